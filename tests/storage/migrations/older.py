"""Databases as earlier versions left them, with rows in every table and a job in every status."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase

from pipeline.jobs import JobStatus
from storage.database import FILE
from storage.migration import migrate, migrations

VIDEO = '{"name":"Nimbus"}'
ERROR = '{"code":"model.timeout","message":"It took too long.","step":"ask","attempt":1}'
TURN_BRIEF = '{"message":"m_asked","answer":"m_answer","content":"a teaser"}'
COMPONENT_BRIEF = '{"scene":{"id":"s_1","name":"One","duration_frames":90},"video":{"name":"Nimbus"},"number":1,"of":1}'
BUNDLE = "b" * 64

FIRST_ROWS: dict[str, list[dict[str, Any]]] = {
    "project": [{"id": "p_1", "asked": VIDEO, "video": VIDEO, "last_seq": 2, "created_at": 1.0, "updated_at": 2.0}],
    "job": [
        {
            "number": number,
            "id": f"j_{status}",
            "kind": "turn" if status is JobStatus.COMPLETED else "component",
            "project": "p_1",
            "scene": None if status is JobStatus.COMPLETED else "s_1",
            "message": "m_answer" if status is JobStatus.COMPLETED else None,
            "status": status.value,
            "error": ERROR if status is JobStatus.FAILED else None,
            "input": TURN_BRIEF if status is JobStatus.COMPLETED else COMPONENT_BRIEF,
            "next_retry_at": 9e9 if status is JobStatus.WAITING else None,
            "finished_at": 5.0 if status.value in ("completed", "failed", "cancelled") else None,
            **dict.fromkeys(("attempt", "percent", "retry_count", "epoch"), 1),
            **dict.fromkeys(("created_at", "updated_at"), 2.0),
        }
        for number, status in enumerate(JobStatus, 1)
    ],
    "message": [
        {
            "id": "m_asked",
            "project": "p_1",
            "position": 1,
            "role": "user",
            "content": "a teaser",
            "done": 1,
            "created_at": 1.0,
        },
        {
            "id": "m_answer",
            "project": "p_1",
            "position": 2,
            "role": "assistant",
            "content": "Done.",
            "done": 1,
            "job": "j_completed",
            "created_at": 1.0,
        },
    ],
    "scene": [
        {
            "id": "s_1",
            "project": "p_1",
            "position": 0,
            "name": "One",
            "description": "",
            "duration_frames": 90,
            "transition": "cut",
            "props": "{}",
            "generation": 1,
            "revision": "r_1",
            "bundle": BUNDLE,
        }
    ],
    "revision": [
        {
            "id": "r_1",
            "scene": "s_1",
            "project": "p_1",
            "job": "j_failed",
            "number": 1,
            "generation": 1,
            "source": "export default 1",
            "bundle": BUNDLE,
            "findings": "[]",
            "report": "{}",
            "shown": 1,
            "created_at": 3.0,
        }
    ],
    "component": [{"id": "s_1", "revision": "r_1", "updated_at": 3.0}],
    "checkpoint": [
        {
            "job": "j_running",
            "step": "build",
            "ordinal": 0,
            "attempt": 1,
            "digest": "d",
            "command": "{}",
            "started_at": 2.0,
            "superseded": 0,
        },
        {
            "job": "j_failed",
            "step": "ask",
            "ordinal": 0,
            "attempt": 1,
            "error": ERROR,
            "finished_at": 2.0,
            "superseded": 0,
        },
        {
            "job": "j_waiting",
            "step": "publish",
            "ordinal": 0,
            "attempt": 1,
            "reply_type": "Published",
            "reply": '{"revision":"r_1","scene":"s_1","shown":true}',
            "superseded": 0,
        },
    ],
    "event": [
        {"project": "p_1", "seq": seq, "type": "job.complete", "job": "j_completed", "data": "{}", "at": "2026-01-01"}
        for seq in (1, 2)
    ],
    "sse_stream": [{"id": "t", "project": "p_1", "last_event_id": "e.1", "connected_at": 1.0, "seen_at": 2.0}],
    "artifact": [{"sha256": BUNDLE, "kind": "bundle", "bytes": 6, "created_at": 1.0, "last_used_at": 1.0}],
}
"""Table → its rows, in the columns of the first schema; an order in which each row finds what it refers to."""

LATER_ROWS: dict[str, dict[str, Any]] = {
    "asset": {
        "id": "a_1",
        "project": "p_1",
        "name": "logo.png",
        "sha256": BUNDLE,
        "media_type": "image/png",
        **dict.fromkeys(("width", "height", "bytes", "created_at"), 1),
    },
    "history": {
        "number": 1,
        "id": "e_1",
        "project": "p_1",
        "name": "moved a scene",
        "author": "person",
        "back": "[]",
        "again": "[]",
        "touched": "[]",
        "created_at": 2.0,
    },
}
"""A row for a table of a later schema in which values of the columns' types alone would make no sense."""


def at_schema(folder: Path, version: int) -> Path:
    """The data folder of a Bazaar that knew schemas up to that version."""
    folder.mkdir()
    database = SqliteDatabase(str(folder / FILE), pragmas=(("auto_vacuum", "incremental"),))
    database.connect()
    migrate(database, migrations()[:1])
    database.close()
    with closing(sqlite3.connect(folder / FILE)) as filling, filling:
        for table, rows in FIRST_ROWS.items():
            for row in rows:
                _insert(filling, table, row)
    database.connect()
    migrate(database, migrations()[:version])
    database.close()
    with closing(sqlite3.connect(folder / FILE)) as filling, filling:
        _fill_the_rest(filling)
    return folder


def counts(folder: Path) -> dict[str, int]:
    """How many rows each table has."""
    with closing(sqlite3.connect(folder / FILE)) as database:
        return {table: _count(database, table) for table in _tables(database)}


def broken_references(folder: Path) -> list[Any]:
    """The rows that refer to something that is not there."""
    with closing(sqlite3.connect(folder / FILE)) as database:
        return database.execute("PRAGMA foreign_key_check").fetchall()


def _fill_the_rest(database: sqlite3.Connection) -> None:
    """One row in every table that has none: values of the columns' types, references to what is there."""
    for table in _tables(database):
        if _count(database, table) == 0 and table in LATER_ROWS:
            _insert(database, table, LATER_ROWS[table])
        elif _count(database, table) == 0:
            refers = {
                row[3]: f"SELECT {row[4]} FROM {row[2]} LIMIT 1"  # noqa: S608  # tables of ours
                for row in database.execute(f"PRAGMA foreign_key_list({table})")
            }
            columns = [row for row in database.execute(f"PRAGMA table_info({table})") if row[3]]
            _insert(database, table, {name: _value(database, kind, refers.get(name)) for _, name, kind, *_ in columns})


def _value(database: sqlite3.Connection, kind: str, reference: str | None) -> Any:  # noqa: ANN401  # whatever the column takes
    if reference:
        return database.execute(reference).fetchone()[0]
    return "{}" if kind == "TEXT" else 1


def _tables(database: sqlite3.Connection) -> list[str]:
    return [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]


def _count(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])  # noqa: S608  # a table of ours


def _insert(database: sqlite3.Connection, table: str, row: dict[str, Any]) -> None:
    marks = ", ".join("?" * len(row))
    database.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))  # noqa: S608  # rows of ours
