CREATE INDEX event_age ON event (at);
CREATE INDEX job_end ON job (finished_at) WHERE finished_at IS NOT NULL;
