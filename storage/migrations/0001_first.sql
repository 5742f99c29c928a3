CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE project (
    id TEXT NOT NULL PRIMARY KEY,
    asked TEXT NOT NULL,
    video TEXT NOT NULL,
    last_seq BIGINT NOT NULL,
    created_at DOUBLE PRECISION NOT NULL,
    updated_at DOUBLE PRECISION NOT NULL
);

CREATE TABLE job (
    number INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    project TEXT NOT NULL REFERENCES project (id),
    scene TEXT,
    message TEXT,
    turn TEXT,
    generation INTEGER,
    status TEXT NOT NULL,
    current_step TEXT,
    last_successful_step TEXT,
    attempt INTEGER NOT NULL,
    percent INTEGER NOT NULL,
    retry_count INTEGER NOT NULL,
    next_retry_at DOUBLE PRECISION,
    error TEXT,
    wish TEXT,
    input TEXT NOT NULL,
    result TEXT,
    idempotency_key TEXT,
    epoch INTEGER NOT NULL,
    lease_owner TEXT,
    lease_until DOUBLE PRECISION,
    created_at DOUBLE PRECISION NOT NULL,
    updated_at DOUBLE PRECISION NOT NULL,
    finished_at DOUBLE PRECISION
);
CREATE INDEX job_of_scene ON job (project, scene);
CREATE INDEX job_of_message ON job (project, message);
CREATE INDEX job_to_do ON job (number) WHERE status IN ('queued', 'running', 'waiting') OR wish IS NOT NULL;
CREATE UNIQUE INDEX job_idempotency_key ON job (project, idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE TABLE message (
    id TEXT NOT NULL PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project (id),
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    author TEXT,
    content TEXT NOT NULL,
    done INTEGER NOT NULL,
    job TEXT REFERENCES job (id),
    created_at DOUBLE PRECISION NOT NULL,
    UNIQUE (project, position)
);

CREATE TABLE scene (
    id TEXT NOT NULL PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    duration_frames INTEGER NOT NULL,
    transition TEXT NOT NULL,
    props TEXT NOT NULL,
    generation INTEGER NOT NULL,
    revision TEXT,
    bundle TEXT,
    removed_at DOUBLE PRECISION
);
CREATE INDEX scene_of_project ON scene (project, position);

CREATE TABLE revision (
    id TEXT NOT NULL PRIMARY KEY,
    scene TEXT NOT NULL REFERENCES scene (id),
    project TEXT NOT NULL REFERENCES project (id),
    job TEXT NOT NULL REFERENCES job (id),
    number INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    source TEXT NOT NULL,
    bundle TEXT NOT NULL,
    findings TEXT NOT NULL,
    report TEXT NOT NULL,
    shown INTEGER NOT NULL,
    created_at DOUBLE PRECISION NOT NULL,
    UNIQUE (scene, number)
);

CREATE TABLE component (
    id TEXT NOT NULL PRIMARY KEY REFERENCES scene (id),
    revision TEXT NOT NULL REFERENCES revision (id),
    updated_at DOUBLE PRECISION NOT NULL
);

CREATE TABLE checkpoint (
    job TEXT NOT NULL REFERENCES job (id),
    step TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    digest TEXT,
    command TEXT,
    reply_type TEXT,
    reply TEXT,
    error TEXT,
    started_at DOUBLE PRECISION,
    finished_at DOUBLE PRECISION,
    superseded INTEGER NOT NULL,
    PRIMARY KEY (job, step, ordinal, attempt)
);
CREATE UNIQUE INDEX checkpoint_heard ON checkpoint (job, step, ordinal) WHERE reply IS NOT NULL AND superseded = 0;

CREATE TABLE event (
    project TEXT NOT NULL REFERENCES project (id),
    seq BIGINT NOT NULL,
    type TEXT NOT NULL,
    job TEXT,
    data TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (project, seq)
);
CREATE INDEX event_of_type ON event (project, type);

CREATE TABLE sse_stream (
    id TEXT NOT NULL PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project (id),
    last_event_id TEXT NOT NULL,
    connected_at DOUBLE PRECISION NOT NULL,
    seen_at DOUBLE PRECISION NOT NULL
);

CREATE TABLE artifact (
    sha256 TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    bytes BIGINT,
    created_at DOUBLE PRECISION NOT NULL,
    last_used_at DOUBLE PRECISION NOT NULL
);

CREATE TABLE llm_call (
    job TEXT NOT NULL REFERENCES job (id),
    step TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    tokens_in INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    tokens_cached INTEGER NOT NULL,
    cost DOUBLE PRECISION,
    estimated INTEGER NOT NULL,
    ttft_ms DOUBLE PRECISION,
    duration_ms DOUBLE PRECISION NOT NULL,
    request_ref TEXT,
    response_ref TEXT,
    created_at DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (job, step, ordinal, attempt)
);

CREATE TABLE dead_letter (
    number INTEGER NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL,
    address TEXT NOT NULL,
    message TEXT NOT NULL,
    sender TEXT,
    job TEXT,
    at DOUBLE PRECISION NOT NULL
);

CREATE TABLE supervision (
    number INTEGER NOT NULL PRIMARY KEY,
    child TEXT NOT NULL,
    incarnation INTEGER NOT NULL,
    rule TEXT NOT NULL,
    error TEXT,
    action TEXT NOT NULL,
    delay_s DOUBLE PRECISION,
    at DOUBLE PRECISION NOT NULL
);

CREATE TABLE operator_action (
    number INTEGER NOT NULL PRIMARY KEY,
    operator TEXT NOT NULL,
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    reason TEXT,
    outcome TEXT,
    at DOUBLE PRECISION NOT NULL
);
