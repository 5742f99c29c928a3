"""What a person wants of a job: answered once it is stored, and heeded by whoever works on the job then."""

from pipeline.jobs import OPEN, RESUMABLE, JobStatus
from storage.entries import WishJob, Written
from storage.errors import IllegalTransitionError, NotFoundError
from storage.writing.transaction import Transaction

_FITTING = {
    "cancel": (OPEN, "only an open job is cancelled"),
    "resume": (RESUMABLE, "only a failed or cancelled job is resumed"),
}


def wish_job(transaction: Transaction, entry: WishJob) -> Written:
    """Keep the wish with the job. Raises NotFoundError, and IllegalTransitionError where it has nothing to do."""
    row = transaction.row("SELECT status FROM job WHERE id = ?", entry.job)
    if row is None:
        message = f"there is no job {entry.job}"
        raise NotFoundError(message)
    statuses, rule = _FITTING[entry.wish]
    if JobStatus(row[0]) not in statuses:
        message = f"job {entry.job} is {row[0]}; {rule}"
        raise IllegalTransitionError(message)
    transaction.run("UPDATE job SET wish = ?, updated_at = ? WHERE id = ?", entry.wish, transaction.now, entry.job)
    return Written(job=entry.job)
