"""What is written of one job: where it stands, what it has heard, and the events that tell of its end."""

from collections.abc import Mapping
from typing import Any

from pipeline.events import Event, JobCancelled, JobComplete, JobFailed, MessageComplete
from pipeline.failures import ErrorContext
from pipeline.ids import MessageId
from pipeline.jobs import OPEN, JobStatus
from pipeline.recovery import ways_on
from pipeline.replay import Key
from pipeline.telling import last_round, text_so_far
from pipeline.value import Value
from storage.entries import AdvanceJob
from storage.stored import StoredJob


class Account:
    """`epoch`, `last_step` and `retries` are as of the last thing written; `replies` is what was heard so far."""

    def __init__(self, stored: StoredJob, replies: Mapping[Key, Value]) -> None:
        self.stored = stored
        self.epoch = stored.epoch
        self.last_step = stored.last_successful_step
        self.retries = stored.retry_count
        self.replies: dict[Key, Value] = dict(replies)

    def hear(self, key: Key, reply: Value) -> None:
        """One more reply."""
        self.replies[key] = reply
        self.last_step = key.step

    def advance(self, status: JobStatus, **decided: Any) -> AdvanceJob:  # noqa: ANN401  # fields of AdvanceJob
        """An end is of a new epoch: whoever took the job for open while the end was on its way is refused."""
        return AdvanceJob(
            job=self.stored.id,
            epoch=self.epoch,
            status=status,
            last_successful_step=self.last_step,
            retry_count=self.retries,
            new_epoch=None if status in OPEN else self.epoch + 1,
            **decided,
        )

    def completed(self, result: Value | None, *, events: tuple[Event, ...] = (), **decided: Any) -> AdvanceJob:  # noqa: ANN401  # fields of AdvanceJob
        """It came to its end."""
        shown = result.model_dump(mode="json") if result else None
        told = JobComplete(job=self.stored.id, result=shown)
        return self.advance(JobStatus.COMPLETED, events=(*events, told), result=shown, **decided)

    def failed(self, error: ErrorContext, *, events: tuple[Event, ...] = (), **decided: Any) -> AdvanceJob:  # noqa: ANN401  # fields of AdvanceJob
        """It stopped, with everything kept."""
        told = JobFailed(
            job=self.stored.id,
            step=error.step,
            attempt=error.attempt,
            error=error.told(),
            last_successful_step=self.last_step,
            recovery=ways_on(self.stored.kind),
        )
        events = (*events, *self._last_words(), told)
        return self.advance(JobStatus.FAILED, events=events, error=error, **decided)

    def cancelled(self, error: ErrorContext | None, **decided: Any) -> AdvanceJob:  # noqa: ANN401  # fields of AdvanceJob
        """A person stopped it."""
        ways = ways_on(self.stored.kind)
        told = JobCancelled(job=self.stored.id, last_successful_step=self.last_step, recovery=ways)
        return self.advance(JobStatus.CANCELLED, events=(*self._last_words(), told), error=error, **decided)

    def _last_words(self) -> tuple[Event, ...]:
        """A turn that stops leaves its message as far as it came, but ended."""
        message = self.stored.message
        if message is None:
            return ()
        said, closed = text_so_far(self.replies), last_round(self.replies)
        told = MessageComplete(job=self.stored.id, message=MessageId(message), content=said, round=closed, final=True)
        return (told,)
