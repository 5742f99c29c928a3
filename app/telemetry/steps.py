"""When each command was asked and answered, worked out from what the writer commits."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.failures import ErrorContext
from pipeline.ids import JobId
from pipeline.replay import Key
from pipeline.value import Value
from storage.entries import AdvanceJob, ApplyTool, Entry, PublishRevision, Written

_MOST_UNDER_WAY = 10_000
"""What was begun and never ended is forgotten, the oldest first."""


@dataclass(frozen=True)
class StepEnd:
    """A command that was answered, with `reply`, or an attempt that failed, with `error`; times are Unix seconds."""

    job: JobId
    key: Key
    attempt: int
    began: float
    ended: float
    reply: Value | None = None
    error: ErrorContext | None = None

    @property
    def seconds(self) -> float:
        """How long it took."""
        return max(0.0, self.ended - self.began)


class Steps:
    """Takes committed entries, gives the commands that ended with them; of an earlier process no start is known."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self._begun: OrderedDict[tuple[JobId, Key, int], float] = OrderedDict()

    def take(self, entry: Entry, written: Written) -> Iterator[StepEnd]:
        """What ended with this entry."""
        now = self.clock()
        if isinstance(entry, AdvanceJob):
            yield from self._advanced(entry, now)
        elif isinstance(entry, ApplyTool | PublishRevision) and written.recorded:
            yield self._end(entry.job, entry.key, entry.attempt, now, reply=written.recorded.reply)

    def _advanced(self, entry: AdvanceJob, now: float) -> Iterator[StepEnd]:
        for heard in entry.heard:
            yield self._end(entry.job, heard.key, heard.attempt, now, reply=heard.reply)
        for failed in entry.failed:
            yield self._end(entry.job, failed.key, failed.attempt, now, error=failed.error)
        for started in entry.started:
            self._begun[entry.job, started.key, started.attempt] = now
        while len(self._begun) > _MOST_UNDER_WAY:
            self._begun.popitem(last=False)

    def _end(
        self,
        job: JobId,
        key: Key,
        attempt: int,
        now: float,
        *,
        reply: Value | None = None,
        error: ErrorContext | None = None,
    ) -> StepEnd:
        began = self._begun.pop((job, key, attempt), now)
        return StepEnd(job, key, attempt, began, now, reply, error)
