"""What a person wants of an open job: answered once it is stored, and heeded by whoever works on the job then."""

from pipeline.jobs import OPEN, JobStatus
from storage.entries import Written
from storage.errors import CommandRefusedError, IllegalTransitionError, NotFoundError
from storage.wishes import HurryJob, PutJobFirst, WishJob
from storage.writing.transaction import Transaction

_FIRST = """
UPDATE job SET priority = (SELECT MAX(priority) FROM job WHERE status IN ('queued', 'running', 'waiting')) + 1
WHERE id = ?
"""


def wish_job(transaction: Transaction, entry: WishJob) -> Written:
    """Keep the wish with the job. Raises NotFoundError, and IllegalTransitionError where it has nothing to do."""
    status = _status(transaction, entry)
    if status not in OPEN:
        message = f"job {entry.job} is {status}; only an open job is cancelled"
        raise IllegalTransitionError(message)
    transaction.run("UPDATE job SET wish = ?, updated_at = ? WHERE id = ?", entry.wish, transaction.now, entry.job)
    return Written(job=entry.job)


def hurry_job(transaction: Transaction, entry: HurryJob) -> Written:
    """Let the wait for the next attempt be over; a job that does not wait goes on as it is."""
    _open(transaction, entry)
    now = transaction.now
    transaction.run("UPDATE job SET next_retry_at = ? WHERE id = ? AND next_retry_at > ?", now, entry.job, now)
    return Written(job=entry.job)


def put_job_first(transaction: Transaction, entry: PutJobFirst) -> Written:
    """Give the job the highest priority of those that are open."""
    _open(transaction, entry)
    transaction.run(_FIRST, entry.job)
    return Written(job=entry.job)


def _open(transaction: Transaction, entry: HurryJob | PutJobFirst) -> None:
    status = _status(transaction, entry)
    if status not in OPEN:
        raise CommandRefusedError("job.not-open", f"job {entry.job} is {status}; it does not wait for anything")


def _status(transaction: Transaction, entry: WishJob | HurryJob | PutJobFirst) -> JobStatus:
    row = transaction.row("SELECT status FROM job WHERE id = ?", entry.job)
    if row is None:
        message = f"there is no job {entry.job}"
        raise NotFoundError(message)
    return JobStatus(row[0])
