"""The changes of a project, and what of them can be undone or done again."""

import json
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase
from pydantic import TypeAdapter

from pipeline.changes import Change
from pipeline.history import Edit, History
from pipeline.ids import EditId, ProjectId
from storage.errors import NotFoundError
from storage.sql import execute
from storage.timestamps import iso

CHANGES: TypeAdapter[tuple[Change, ...]] = TypeAdapter(tuple[Change, ...])

_COLUMNS = "number, id, name, author, job, undone, created_at, back, again, touched"
_LAST_DONE = f"SELECT {_COLUMNS} FROM history WHERE project = ? AND undone IS NULL ORDER BY number DESC LIMIT 1"  # noqa: S608  # no value in it
_LAST_UNDONE = f"SELECT {_COLUMNS} FROM history WHERE project = ? AND undone > 0 ORDER BY undone DESC LIMIT 1"  # noqa: S608
_ONE = f"SELECT {_COLUMNS} FROM history WHERE project = ? AND id = ?"  # noqa: S608
_LATER = f"SELECT {_COLUMNS} FROM history WHERE project = ? AND undone IS NULL AND number > ? ORDER BY number"  # noqa: S608
_ALL = f"SELECT {_COLUMNS} FROM history WHERE project = ? ORDER BY number DESC LIMIT ?"  # noqa: S608


@dataclass(frozen=True)
class StoredEdit:
    """A change with its way back, its way on, and the parts of the project that it writes."""

    number: int
    edit: Edit
    back: tuple[Change, ...]
    again: tuple[Change, ...]
    touched: frozenset[str]


def history(database: SqliteDatabase, project: ProjectId) -> History:
    """What an undo and a redo would take now."""
    done, undone = last_done(database, project), last_undone(database, project)
    return History(undo=done.edit if done else None, redo=undone.edit if undone else None)


def edits(database: SqliteDatabase, project: ProjectId, limit: int) -> tuple[Edit, ...]:
    """The latest changes, the last first."""
    rows = execute(database, _ALL, project, limit).fetchall()
    return tuple(_stored(row).edit for row in rows)


def last_done(database: SqliteDatabase, project: ProjectId) -> StoredEdit | None:
    """The last change that is not undone."""
    row = execute(database, _LAST_DONE, project).fetchone()
    return _stored(row) if row else None


def last_undone(database: SqliteDatabase, project: ProjectId) -> StoredEdit | None:
    """The change that was undone last."""
    row = execute(database, _LAST_UNDONE, project).fetchone()
    return _stored(row) if row else None


def stored_edit(database: SqliteDatabase, project: ProjectId, edit: EditId) -> StoredEdit:
    """One change. Raises NotFoundError."""
    row = execute(database, _ONE, project, edit).fetchone()
    if row is None:
        message = f"there is no change {edit} in the history of project {project}"
        raise NotFoundError(message)
    return _stored(row)


def later_edits(database: SqliteDatabase, project: ProjectId, number: int) -> list[StoredEdit]:
    """The changes made after that one and not undone, in order."""
    return [_stored(row) for row in execute(database, _LATER, project, number).fetchall()]


def _stored(row: tuple[Any, ...]) -> StoredEdit:
    number, name, title, author, job, undone, at, back, again, touched = row
    edit = Edit(id=name, name=title, author=author, job=job, undone=undone is not None, created_at=iso(at))
    changes = CHANGES.validate_json
    return StoredEdit(number, edit, changes(back), changes(again), frozenset(json.loads(touched)))
