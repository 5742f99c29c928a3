CREATE TABLE llm_call_all (
    number INTEGER NOT NULL PRIMARY KEY,
    job TEXT NOT NULL REFERENCES job (id),
    project TEXT NOT NULL REFERENCES project (id),
    step TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    role TEXT NOT NULL,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    outcome TEXT NOT NULL,
    tokens_in INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    tokens_cached INTEGER NOT NULL,
    cost DOUBLE PRECISION,
    estimated INTEGER NOT NULL,
    ttft_ms DOUBLE PRECISION,
    duration_ms DOUBLE PRECISION NOT NULL,
    request_ref TEXT,
    response_ref TEXT,
    created_at DOUBLE PRECISION NOT NULL
);
INSERT INTO llm_call_all (job, project, step, ordinal, attempt, role, model, provider, outcome, tokens_in, tokens_out,
                          tokens_cached, cost, estimated, ttft_ms, duration_ms, request_ref, response_ref, created_at)
SELECT llm_call.job, job.project, step, ordinal, llm_call.attempt,
       CASE step WHEN 'generate' THEN 'write' WHEN 'repair' THEN 'repair' ELSE 'plan' END, model, provider, 'answered',
       tokens_in, tokens_out, tokens_cached, cost, estimated, ttft_ms, duration_ms, request_ref, response_ref,
       llm_call.created_at
FROM llm_call JOIN job ON job.id = llm_call.job ORDER BY llm_call.created_at;
DROP TABLE llm_call;
ALTER TABLE llm_call_all RENAME TO llm_call;
CREATE INDEX llm_call_of_job ON llm_call (job);
CREATE INDEX llm_call_of_project ON llm_call (project, created_at);

CREATE TABLE budget (
    project TEXT NOT NULL PRIMARY KEY REFERENCES project (id),
    cost_usd DOUBLE PRECISION,
    tokens BIGINT,
    updated_at DOUBLE PRECISION NOT NULL
);
