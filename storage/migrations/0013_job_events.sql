CREATE INDEX event_of_job ON event (job, seq);
