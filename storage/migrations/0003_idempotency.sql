CREATE TABLE idempotency_key (
    key TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL,
    effects TEXT NOT NULL,
    status INTEGER,
    headers TEXT,
    body TEXT,
    created_at DOUBLE PRECISION NOT NULL
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
