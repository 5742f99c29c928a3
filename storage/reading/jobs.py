"""Jobs, as the orchestrator needs them and as people see them."""

import json
from contextlib import suppress

from peewee import SQL, SqliteDatabase, fn

from pipeline.failures import ErrorContext
from pipeline.ids import JobId, ProjectId
from pipeline.jobs import RESUMABLE, JobStatus, JobView
from pipeline.recovery import ways_on
from storage import models
from storage.codec import decode
from storage.errors import DefinitionMismatchError, NotFoundError
from storage.reading.rows import Row, all_rows, found_rows
from storage.sql import execute
from storage.stored import StoredJob
from storage.timestamps import iso

_UNSEEN = ("idempotency_key", "lease_owner", "lease_until")
_IS_OPEN = SQL("status IN ('queued', 'running', 'waiting')")
_TO_DO = "(status IN ('queued', 'running', 'waiting') OR wish IS NOT NULL)"
_IS_TO_DO = SQL(_TO_DO)
"""In the words of the index on jobs to do: with bound values it would not be used."""


def stored_job(database: SqliteDatabase, job: JobId) -> StoredJob:
    """The job. Raises NotFoundError."""
    found = found_rows(database, "SELECT * FROM job WHERE id = ?", job)
    if not found:
        message = f"there is no job {job}"
        raise NotFoundError(message)
    return _stored(found[0])


def job_view(database: SqliteDatabase, job: JobId) -> JobView:
    """The job as people see it. Raises NotFoundError."""
    return _view(stored_job(database, job))


def open_jobs(database: SqliteDatabase) -> list[JobId]:
    """The jobs that somebody must work on, oldest first: the open ones, and those that a person wants to go on."""
    query = models.Job.select(models.Job.id).where(_IS_TO_DO).order_by(models.Job.number)
    return [row["id"] for row in all_rows(database, query)]


def readable_jobs(database: SqliteDatabase) -> dict[JobId, StoredJob]:
    """The same as their rows have them, all at once; one whose row cannot be read is left out."""
    found = found_rows(database, f"SELECT * FROM job WHERE {_TO_DO} ORDER BY number")  # noqa: S608  # a rule of ours
    readable: dict[JobId, StoredJob] = {}
    for row in found:
        with suppress(DefinitionMismatchError, ValueError):
            readable[row["id"]] = _stored(row)
    return readable


def counts(database: SqliteDatabase) -> list[tuple[str, str, int]]:
    """How many jobs there are of each kind and status."""
    found = execute(database, "SELECT kind, status, COUNT(*) FROM job GROUP BY kind, status ORDER BY kind, status")
    return [(kind, status, count) for kind, status, count in found.fetchall()]


def shown_jobs(database: SqliteDatabase, project: ProjectId) -> tuple[JobView, ...]:
    """The open jobs of a project, and the latest of each message and of each scene in each turn, oldest first."""
    ours = models.Job.project == project
    latest = fn.MAX(models.Job.number)
    of_scenes = (
        models.Job.select(latest)
        .where(ours & models.Job.scene.is_null(is_null=False))
        .group_by(models.Job.scene, models.Job.turn)
    )
    of_messages = (
        models.Job.select(latest).where(ours & models.Job.message.is_null(is_null=False)).group_by(models.Job.message)
    )
    chosen = models.Job.number.in_(of_scenes) | _IS_OPEN | models.Job.number.in_(of_messages)
    rows = all_rows(database, models.Job.select().where(ours & chosen).order_by(models.Job.number))
    return tuple(_view(_stored(row)) for row in rows)


def _stored(row: Row) -> StoredJob:
    kept = {name: value for name, value in row.items() if name not in _UNSEEN}
    kept["status"] = JobStatus(row["status"])
    kept["error"] = decode(ErrorContext, row["error"]) if row["error"] else None
    kept["result"] = json.loads(row["result"]) if row["result"] else None
    return StoredJob(**kept)


def _view(job: StoredJob) -> JobView:
    return JobView(
        id=job.id,
        project=job.project,
        kind=job.kind,
        status=job.status,
        scene=job.scene,
        message=job.message,
        turn=job.turn,
        step=job.current_step,
        attempt=job.attempt,
        percent=job.percent,
        last_successful_step=job.last_successful_step,
        retry_count=job.retry_count,
        next_retry_at=iso(job.next_retry_at),
        error=job.error and job.error.told(),
        result=job.result,
        created_at=iso(job.created_at),
        resumed_at=iso(job.resumed_at),
        finished_at=iso(job.finished_at),
        recovery=ways_on(job.kind) if job.status in RESUMABLE else (),
        forked_from=job.forked_from,
    )
