"""Brings a database to this version's schema: the numbered files of migrations/, each run once, forwards.

Each is one transaction. A statement ends with a semicolon at the end of its line.
"""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from peewee import SqliteDatabase

from storage.errors import StoreTooNewError
from storage.sql import execute

FOLDER = Path(__file__).parent / "migrations"

_STATEMENT_END = re.compile(r";[ \t]*\n")


@dataclass(frozen=True)
class Migration:
    """One step of the schema: its version, its name and what it runs."""

    version: int
    name: str
    statements: tuple[str, ...]


def migrations(folder: Path = FOLDER) -> tuple[Migration, ...]:
    """All migrations there are, in order."""
    return tuple(_read(path) for path in sorted(folder.glob("[0-9]*.sql")))


def migrate(database: SqliteDatabase, steps: Sequence[Migration]) -> None:
    """Run what has not run yet. Raises StoreTooNewError, having changed nothing, for a schema newer than `steps`."""
    version, newest = schema_version(database), max(step.version for step in steps)
    if version > newest:
        message = (
            f"the database {database.database} has schema {version} and this Bazaar knows schemas up to {newest}: "
            "start the newer Bazaar that wrote it, or choose another data folder"
        )
        raise StoreTooNewError(message)
    for step in steps:
        if step.version > version:
            _run(database, step)


def schema_version(database: SqliteDatabase) -> int:
    """The version of the last migration that ran, 0 for an empty database."""
    if not database.table_exists("schema_version"):
        return 0
    row = execute(database, "SELECT MAX(version) FROM schema_version").fetchone()
    return int(row[0] or 0)


def _read(path: Path) -> Migration:
    number, _, name = path.stem.partition("_")
    parts = _STATEMENT_END.split(path.read_text(encoding="utf-8") + "\n")
    return Migration(int(number), name, tuple(part.strip() for part in parts if part.strip()))


def _run(database: SqliteDatabase, step: Migration) -> None:
    with database.atomic():
        execute(
            database,
            "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY,"
            " name TEXT NOT NULL, applied_at DOUBLE PRECISION NOT NULL)",
        )
        for statement in step.statements:
            execute(database, statement)
        execute(database, "INSERT INTO schema_version VALUES (?, ?, ?)", step.version, step.name, time.time())
