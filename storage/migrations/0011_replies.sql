ALTER TABLE checkpoint ADD COLUMN reply_artifact TEXT;
CREATE INDEX checkpoint_artifact ON checkpoint (reply_artifact) WHERE reply_artifact IS NOT NULL;
