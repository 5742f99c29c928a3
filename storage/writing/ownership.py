"""Who may write of a job: its owner of now, which the row's epoch names."""

from dataclasses import dataclass

from pipeline.ids import JobId, MessageId, ProjectId
from pipeline.jobs import OPEN, JobKind, JobStatus
from storage.errors import NotFoundError, StaleOwnerError
from storage.writing.transaction import Transaction


@dataclass(frozen=True)
class Owned:
    """What an entry needs to know of the job that it writes of."""

    project: ProjectId
    kind: JobKind
    status: JobStatus
    message: MessageId | None


def owned_job(transaction: Transaction, job: JobId, epoch: int) -> Owned:
    """The job, if `epoch` is its owner's. Raises NotFoundError and StaleOwnerError."""
    row = transaction.row("SELECT project, kind, status, message, epoch FROM job WHERE id = ?", job)
    if row is None:
        message = f"there is no job {job}"
        raise NotFoundError(message)
    *known, now = row
    if now != epoch:
        message = f"job {job} is at epoch {now}, this comes from epoch {epoch}: its result is not taken"
        raise StaleOwnerError(message)
    return Owned(known[0], known[1], JobStatus(known[2]), known[3])


def open_job(transaction: Transaction, job: JobId, epoch: int) -> Owned:
    """The job, if `epoch` is its owner's and it has not ended. Raises NotFoundError and StaleOwnerError."""
    owned = owned_job(transaction, job, epoch)
    if owned.status not in OPEN:
        message = f"job {job} is {owned.status}: what was still on its way is not taken"
        raise StaleOwnerError(message)
    return owned
