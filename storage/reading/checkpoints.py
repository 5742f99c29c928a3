"""What is recorded of a job's commands."""

from peewee import SqliteDatabase, fn

from pipeline.failures import ErrorContext
from pipeline.ids import JobId
from pipeline.replay import Key
from pipeline.value import Value
from storage import models
from storage.codec import decode, decode_reply
from storage.reading.rows import Row, all_rows
from storage.sql import execute
from storage.stored import StoredCheckpoint
from storage.timestamps import iso

_Checkpoint = models.Checkpoint


def recorded(database: SqliteDatabase, job: JobId) -> dict[Key, Value]:
    """The replies a flow hears again. Raises DefinitionMismatchError when one cannot be read by this version."""
    columns = (_Checkpoint.step, _Checkpoint.ordinal, _Checkpoint.reply_type, _Checkpoint.reply)
    heard = _Checkpoint.reply.is_null(is_null=False) & (_Checkpoint.superseded == 0)
    rows = all_rows(database, _Checkpoint.select(*columns).where((_Checkpoint.job == job) & heard))
    return {_key(row): decode_reply(row["reply_type"], row["reply"]) for row in rows}


def recorded_reply(database: SqliteDatabase, job: JobId, key: Key) -> Value | None:
    """The reply to one command, or None while there is none."""
    row = execute(
        database,
        "SELECT reply_type, reply FROM checkpoint"
        " WHERE job = ? AND step = ? AND ordinal = ? AND reply IS NOT NULL AND superseded = 0",
        job,
        *key,
    ).fetchone()
    return decode_reply(*row) if row else None


def attempts(database: SqliteDatabase, job: JobId) -> dict[Key, int]:
    """How often each command was tried so far, counting what is superseded."""
    last = fn.MAX(_Checkpoint.attempt).alias("attempts")
    query = _Checkpoint.select(_Checkpoint.step, _Checkpoint.ordinal, last).where(_Checkpoint.job == job)
    rows = all_rows(database, query.group_by(_Checkpoint.step, _Checkpoint.ordinal))
    return {_key(row): row["attempts"] for row in rows}


def checkpoints(database: SqliteDatabase, job: JobId) -> list[StoredCheckpoint]:
    """Every attempt of every command of a job, in the order they began."""
    query = _Checkpoint.select().where(_Checkpoint.job == job)
    order = (_Checkpoint.started_at, _Checkpoint.step, _Checkpoint.ordinal, _Checkpoint.attempt)
    return [_stored(row) for row in all_rows(database, query.order_by(*order))]


def _key(row: Row) -> Key:
    return Key(row["step"], row["ordinal"])


def _stored(row: Row) -> StoredCheckpoint:
    return StoredCheckpoint(
        step=row["step"],
        ordinal=row["ordinal"],
        attempt=row["attempt"],
        digest=row["digest"],
        started_at=iso(row["started_at"]),
        finished_at=iso(row["finished_at"]),
        heard=row["reply"] is not None,
        error=decode(ErrorContext, row["error"]) if row["error"] else None,
        superseded=bool(row["superseded"]),
    )
