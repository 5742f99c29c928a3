CREATE TABLE history (
    number INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    project TEXT NOT NULL REFERENCES project (id),
    name TEXT NOT NULL,
    author TEXT NOT NULL,
    job TEXT,
    back TEXT NOT NULL,
    again TEXT NOT NULL,
    touched TEXT NOT NULL,
    undone INTEGER,
    created_at DOUBLE PRECISION NOT NULL
);
CREATE INDEX history_of_project ON history (project, undone, number);
