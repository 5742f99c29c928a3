"""What happens to a job of any kind."""

from pydantic import Field, JsonValue

from pipeline.events.event import Event, Update
from pipeline.failures import ErrorContext
from pipeline.jobs import JobKind, JobStatus
from pipeline.recovery import Recovery


class JobQueued(Event):
    """A job was stored; nothing acknowledged is lost from here on."""

    kind: JobKind


class JobProgress(Update):
    """How far a job is, and in which stage."""

    percent: int = Field(ge=0, le=100)
    stage: str


class JobRetryScheduled(Event):
    """An attempt failed for a passing reason; the next begins at `next_retry_at`."""

    next_retry_at: str
    reason: str
    error: ErrorContext | None = None


class JobFailed(Event):
    """A job stopped; everything it had is kept, and `recovery` says what can be done."""

    error: ErrorContext
    last_successful_step: str | None
    recovery: tuple[Recovery, ...] = ("resume",)


class JobResumed(Event):
    """A failed or cancelled job goes on after `last_successful_step`; the steps in `forgotten` are done anew."""

    last_successful_step: str | None = None
    forgotten: tuple[str, ...] = ()


class JobCancelled(Event):
    """A job was stopped by a person; it can be resumed."""

    last_successful_step: str | None = None
    recovery: tuple[Recovery, ...] = ("resume",)


class JobComplete(Event):
    """A job came to its end."""

    status: JobStatus = JobStatus.COMPLETED
    result: dict[str, JsonValue] | None = None
