"""Which artifacts are named by nothing: a name that stands anywhere in the database keeps its file.

So does one that stands in a reply which lies in a file itself.
"""

import re
from contextlib import suppress
from dataclasses import dataclass

from peewee import SqliteDatabase

from pipeline.ids import Sha256
from storage.artifacts import ArtifactStore
from storage.errors import NotFoundError
from storage.reading.connections import ReadConnections
from storage.sql import execute

_NAME = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_LISTED = "artifact"
"""The list of artifacts itself names them all, and counts for none."""

_ROWS = 2000
_REPLIES = "SELECT DISTINCT reply_artifact FROM checkpoint WHERE reply_artifact IS NOT NULL"


@dataclass(frozen=True)
class UnnamedFile:
    """A file that nothing names; `touched_at` is when its bytes were last put there."""

    name: Sha256
    bytes: int
    touched_at: float


def unnamed(connections: ReadConnections, artifacts: ArtifactStore) -> list[UnnamedFile]:
    """The files that nothing names, oldest first.

    They are listed before the names are read: what is put there later is not among them.
    """
    files = [UnnamedFile(*found) for found in artifacts.files()]
    with connections.lend() as connection:
        tables = [table for table in connection.get_tables() if table != _LISTED]
    named: set[str] = set()
    for table in tables:
        named |= _named_in(connections, table)
    named |= _named_in_replies(connections, artifacts)
    return sorted((file for file in files if file.name not in named), key=lambda file: file.touched_at)


def names_in(text: str) -> set[str]:
    """Every name of an artifact that stands in a text."""
    return set(_NAME.findall(text))


def _named_in(connections: ReadConnections, table: str) -> set[str]:
    """Every name in a table; read in pages, so that no reader stands in the writer's way for long."""
    named: set[str] = set()
    last = 0
    while True:
        with connections.lend() as connection:
            rows = _page(connection, table, last)
        for _, *values in rows:
            for value in values:
                if isinstance(value, str):
                    named |= names_in(value)
        if len(rows) < _ROWS:
            return named
        last = rows[-1][0]


def _named_in_replies(connections: ReadConnections, artifacts: ArtifactStore) -> set[str]:
    """Every name in a reply that lies in a file; one that is gone names nothing."""
    with connections.lend() as connection:
        rows = execute(connection, _REPLIES).fetchall()
    named: set[str] = set()
    for (name,) in rows:
        with suppress(NotFoundError):
            named |= names_in(artifacts.get(name).decode(errors="replace"))
    return named


def _page(connection: SqliteDatabase, table: str, after: int) -> list[tuple[int, object]]:
    sql = f'SELECT rowid, * FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT ?'  # noqa: S608  # a table of ours
    return execute(connection, sql, after, _ROWS).fetchall()
