"""What follows from one piece of news: what to write of a job, and whom to ask."""

from dataclasses import dataclass, replace

from actors.messages import Perform
from pipeline.events import JobFailed
from pipeline.failures import ErrorContext
from pipeline.jobs import OPEN, JobStatus
from storage.entries import AdvanceJob
from storage.stored import StoredJob


@dataclass(frozen=True)
class Move:
    """One thing to write, then these to send; and when to look again, if the job waits.

    `end` is written after it: a job is taken up before it ends, also where nothing was left to do.
    """

    advance: AdvanceJob
    perform: tuple[Perform, ...] = ()
    retry_at: float | None = None
    end: AdvanceJob | None = None


def given_up(stored: StoredJob, error: ErrorContext) -> Move:
    """The end of a job that could not even be opened; one that was to go on is taken up first, for then it may fail."""
    told = JobFailed(job=stored.id, error=error.told(), last_successful_step=stored.last_successful_step)
    end = AdvanceJob(stored.id, stored.epoch, JobStatus.FAILED, new_epoch=stored.epoch + 1, events=(told,), error=error)
    if stored.status in OPEN:
        return Move(end)
    taken = AdvanceJob(stored.id, stored.epoch, JobStatus.RUNNING, new_epoch=stored.epoch + 1)
    return Move(taken, end=replace(end, epoch=stored.epoch + 1, new_epoch=stored.epoch + 2))
