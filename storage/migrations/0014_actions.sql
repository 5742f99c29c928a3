ALTER TABLE operator_action ADD COLUMN id TEXT;
CREATE UNIQUE INDEX operator_action_id ON operator_action (id);
