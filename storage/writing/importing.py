"""How a project from elsewhere is stored: row by row, and then read as a whole, to see that it can be."""

from typing import Any

from peewee import PeeweeException
from pydantic import ValidationError

from storage.entries import Written
from storage.errors import StorageError, UnusableFileError
from storage.faults import is_of_the_store
from storage.reading.conversation import messages
from storage.reading.jobs import readable_jobs, shown_jobs
from storage.reading.projects import project_with_sources
from storage.transfer.exporting import TABLES
from storage.upkeep import ImportProject
from storage.writing.artifacts import name_artifact
from storage.writing.transaction import Transaction

_COUNTED = ("number",)
"""Columns that count the rows of a table, and so are counted anew."""

_NAME_ARTIFACT = """
INSERT INTO artifact (sha256, kind, bytes, created_at, last_used_at) VALUES (?, 'bundle', ?, ?, ?)
ON CONFLICT (sha256) DO NOTHING
"""
_CANCEL = """
UPDATE job SET status = 'cancelled', finished_at = ?, wish = NULL, next_retry_at = NULL
WHERE project = ? AND status IN ('queued', 'running', 'waiting')
"""
_SETTLE = "UPDATE project SET horizon = MAX(last_seq - 1, 0), deleted_at = NULL WHERE id = ?"


def import_project(transaction: Transaction, entry: ImportProject) -> Written:
    """Store the project. Raises UnusableFileError."""
    try:
        for table in TABLES:
            for row in entry.rows.get(table, []):
                _insert(transaction, table, _laid(transaction, row) if table == "checkpoint" else row)
    except PeeweeException as error:
        if is_of_the_store(error):
            raise
        message = f"the rows in the file do not fit the tables ({error})"
        raise UnusableFileError(message) from error
    for name, size in entry.artifacts:
        transaction.run(_NAME_ARTIFACT, name, size, transaction.now, transaction.now)
    _settle(transaction, entry)
    _read(transaction, entry)
    return Written()


def _insert(transaction: Transaction, table: str, row: dict[str, Any]) -> None:
    known = {column[1] for column in transaction.rows(f"PRAGMA table_info({table})")}
    counted = _COUNTED if table in ("job", "history") else ()
    given = {name: value for name, value in row.items() if name not in counted}
    plain = all(value is None or isinstance(value, str | int | float) for value in given.values())
    if not given or set(given) - known or not plain:
        message = f"a row of {table} in the file has columns that this version does not know"
        raise UnusableFileError(message)
    names, marks = ", ".join(given), ", ".join("?" * len(given))
    transaction.run(f"INSERT INTO {table} ({names}) VALUES ({marks})", *given.values())  # noqa: S608  # columns that are known


def _laid(transaction: Transaction, row: dict[str, Any]) -> dict[str, Any]:
    """A checkpoint whose reply is put aside where it is large, as any other is."""
    reply = row.get("reply")
    if not isinstance(reply, str):
        return row
    laid = transaction.replies.lay(reply)
    if laid.artifact is not None:
        name_artifact(transaction, laid.artifact, "reply")
    return {**row, "reply": laid.text, "reply_artifact": laid.artifact}


def _settle(transaction: Transaction, entry: ImportProject) -> None:
    """Nobody works on it, and nobody can go on from an event of it but the last."""
    transaction.run(_CANCEL, transaction.now, entry.project)
    transaction.run("UPDATE message SET done = 1 WHERE project = ?", entry.project)
    transaction.run(_SETTLE, entry.project)


def _read(transaction: Transaction, entry: ImportProject) -> None:
    database, project = transaction.database, entry.project
    try:
        project_with_sources(database, project)
        messages(database, project)
        shown_jobs(database, project)
        readable_jobs(database)
    except (StorageError, ValidationError, ValueError) as error:
        message = f"the project in the file cannot be read ({error}): the file is damaged"
        raise UnusableFileError(message) from error
