ALTER TABLE dead_letter ADD COLUMN id TEXT;
ALTER TABLE dead_letter ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE dead_letter ADD COLUMN trace TEXT;
ALTER TABLE dead_letter ADD COLUMN attempt INTEGER NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX dead_letter_id ON dead_letter (id);
ALTER TABLE supervision ADD COLUMN id TEXT;
ALTER TABLE supervision ADD COLUMN counters TEXT;
CREATE UNIQUE INDEX supervision_id ON supervision (id);
