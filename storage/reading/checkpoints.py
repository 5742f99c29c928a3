"""What is recorded of a job's commands."""

from peewee import SqliteDatabase

from pipeline.commands import Build
from pipeline.failures import ErrorClass, ErrorContext
from pipeline.ids import JobId, ProjectId
from pipeline.replay import Key
from pipeline.value import Value
from storage import models
from storage.codec import decode, decode_reply
from storage.reading.rows import Row, all_rows, found_rows
from storage.replies import Laid, Replies
from storage.sql import execute
from storage.stored import StoredCheckpoint, Tries
from storage.timestamps import iso

_Checkpoint = models.Checkpoint

_RECORDED = """
SELECT step, ordinal, reply_type, reply, reply_artifact FROM checkpoint
WHERE job = ? AND reply IS NOT NULL AND superseded = 0
"""
_TRIES = """
SELECT step, ordinal, checkpoint.attempt, checkpoint.error, digest, started_at, checkpoint.finished_at, reply_type,
       superseded, resumed_at
FROM checkpoint JOIN job ON job.id = checkpoint.job WHERE checkpoint.job = ? ORDER BY checkpoint.attempt
"""


def recorded(database: SqliteDatabase, job: JobId, replies: Replies) -> dict[Key, Value]:
    """The replies a flow hears again. Raises DefinitionMismatchError when one is gone or not for this version."""
    rows = execute(database, _RECORDED, job).fetchall()
    return {Key(step, ordinal): decode_reply(name, replies.text(Laid(*laid))) for step, ordinal, name, *laid in rows}


def heard_keys(database: SqliteDatabase, job: JobId) -> list[Key]:
    """Which commands have a reply, whether it can be read or not."""
    heard = _Checkpoint.reply.is_null(is_null=False) & (_Checkpoint.superseded == 0)
    query = _Checkpoint.select(_Checkpoint.step, _Checkpoint.ordinal).where((_Checkpoint.job == job) & heard)
    return [_key(row) for row in all_rows(database, query)]


def repairs_since(database: SqliteDatabase, project: ProjectId, moment: float) -> int:
    """How many repairs by the model began in a project since then."""
    row = execute(
        database,
        "SELECT COUNT(*) FROM checkpoint JOIN job ON job.id = checkpoint.job"
        " WHERE job.project = ? AND checkpoint.step = 'repair' AND checkpoint.started_at >= ?",
        project,
        moment,
    ).fetchone()
    return int(row[0])


def draft(database: SqliteDatabase, job: JobId) -> str | None:
    """The source of the last build that was begun."""
    row = execute(
        database,
        "SELECT command FROM checkpoint WHERE job = ? AND step = 'build' AND command IS NOT NULL"
        " ORDER BY started_at DESC, ordinal DESC, attempt DESC LIMIT 1",
        job,
    ).fetchone()
    return decode(Build, row[0]).source if row else None


def recorded_reply(database: SqliteDatabase, job: JobId, key: Key, replies: Replies) -> Value | None:
    """The reply to one command, or None while there is none. Raises as `recorded` does."""
    row = execute(database, f"{_RECORDED} AND step = ? AND ordinal = ?", job, *key).fetchone()
    return decode_reply(row[2], replies.text(Laid(*row[3:]))) if row else None


def tries(database: SqliteDatabase, job: JobId) -> dict[Key, Tries]:
    """What is stored of the attempts of each command, counting what is superseded."""
    known: dict[Key, Tries] = {}
    for row in found_rows(database, _TRIES, job):
        known[_key(row)] = _counted(known.get(_key(row), Tries(0)), row, row["resumed_at"] or 0.0)
    return known


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


def _counted(before: Tries, row: Row, after: float) -> Tries:
    """One more attempt; what failed before the job was last resumed counts no more."""
    begun = before._replace(begun=row["attempt"], under_way=row["finished_at"] is None)
    if row["reply_type"] and not row["superseded"]:
        begun = begun._replace(digest=row["digest"])
    if not row["error"] or (row["started_at"] or row["finished_at"]) < after:
        return begun
    if decode(ErrorContext, row["error"]).error_class is ErrorClass.WORKER_CRASHED:
        return begun._replace(losses=begun.losses + 1)
    since = begun.failing_since or row["started_at"] or row["finished_at"]
    return begun._replace(failures=begun.failures + 1, failing_since=since)
