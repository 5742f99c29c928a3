"""How a whole project is put away, and how it comes back with the work that was stopped for it."""

from contextlib import suppress

from pipeline.events import ProjectDeleted, ProjectRestored
from pipeline.ids import JobId, ProjectId
from pipeline.resuming import Resumption
from storage.deletion import DeleteProject, Deletion, RestoreProject
from storage.entries import Written
from storage.errors import CommandRefusedError, NotFoundError
from storage.wishes import ResumeJob
from storage.writing.resuming import resume_job
from storage.writing.transaction import Transaction

_STOP = """
UPDATE job SET wish = 'cancel', updated_at = ?
WHERE project = ? AND status IN ('queued', 'running', 'waiting') RETURNING id
"""
_STOPPED = "SELECT id FROM job WHERE project = ? AND status = 'cancelled' AND finished_at >= ? ORDER BY number"


def delete_or_restore(transaction: Transaction, entry: Deletion) -> Written:
    """Put it away, or bring it back. Raises NotFoundError."""
    match entry:
        case DeleteProject():
            return _delete(transaction, entry.project)
        case RestoreProject():
            return _restore(transaction, entry.project)


def _delete(transaction: Transaction, project: ProjectId) -> Written:
    if _deleted_at(transaction, project) is not None:
        return Written()
    now = transaction.now
    transaction.run("UPDATE project SET deleted_at = ? WHERE id = ?", now, project)
    stopped = tuple(JobId(row[0]) for row in transaction.rows(_STOP, now, project))
    return Written(events=transaction.number(project, [ProjectDeleted()]), stopped=stopped)


def _restore(transaction: Transaction, project: ProjectId) -> Written:
    deleted_at = _deleted_at(transaction, project)
    if deleted_at is None:
        return Written()
    transaction.run("UPDATE project SET deleted_at = NULL WHERE id = ?", project)
    events = transaction.number(project, [ProjectRestored()])
    jobs = tuple(JobId(row[0]) for row in transaction.rows(_STOPPED, project, deleted_at))
    for job in jobs:
        with suppress(CommandRefusedError):  # what cannot go on stays as it is, with its ways on
            events += resume_job(transaction, ResumeJob(job, Resumption())).events
    return Written(events=events, new_jobs=jobs)


def _deleted_at(transaction: Transaction, project: ProjectId) -> float | None:
    row = transaction.row("SELECT deleted_at FROM project WHERE id = ?", project)
    if row is None or row[0] == GOING:
        message = f"there is no project {project}"
        raise NotFoundError(message)
    return None if row[0] is None else float(row[0])


GOING = 0.0
"""When a project was deleted of which something is cleaned away already: it does not come back."""
