"""The writer that tells metrics and traces what it has committed; a fault there never reaches the store."""

import logging
import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.telemetry.exporting import provider_for
from app.telemetry.metrics import Metrics, Sources
from app.telemetry.steps import StepEnd, Steps
from app.telemetry.tracing import Tracing
from pipeline.ids import JobId
from storage.calls import ModelCall, NoteCalls
from storage.entries import Entry, Keyed, Refused, Written
from storage.writer import Writer

logger = logging.getLogger(__name__)

_MOST_JOBS = 10_000


@dataclass
class Telemetry:
    """What follows from committed entries for whoever watches."""

    steps: Steps
    metrics: Metrics
    tracing: Tracing | None = None
    _traces: OrderedDict[JobId, str] = field(default_factory=OrderedDict)

    def note(self, entries: Sequence[Entry], outcomes: Sequence[Written | Refused]) -> None:
        """Take what was committed."""
        for entry, outcome in zip(entries, outcomes, strict=True):
            if isinstance(outcome, Written):
                self._note(entry.entry if isinstance(entry, Keyed) else entry, outcome)

    def _note(self, entry: Entry, written: Written) -> None:
        for stored in written.events:
            if stored.event.job and stored.event.trace:
                self._traces[stored.event.job] = stored.event.trace
        while len(self._traces) > _MOST_JOBS:
            self._traces.popitem(last=False)
        for end in self.steps.take(entry, written):
            self._tell(end)
        if isinstance(entry, NoteCalls):
            for call in entry.calls:
                self._tell_call(entry.job, call)

    def _tell(self, end: StepEnd) -> None:
        self.metrics.count_step(end)
        if self.tracing is not None:
            self.tracing.tell(end, self._traces.get(end.job, end.job))

    def _tell_call(self, job: JobId, call: ModelCall) -> None:
        self.metrics.count_call(call)
        if self.tracing is not None:
            self.tracing.tell_call(job, call, self.steps.clock(), self._traces.get(job, job))


def telemetry(sources: Sources, otlp_endpoint: str | None) -> Telemetry:
    """What the settings want: figures always, spans where somebody takes them."""
    provider = provider_for(otlp_endpoint)
    return Telemetry(Steps(time.time), Metrics(sources), Tracing(provider) if provider else None)


class TellingWriter(Writer):
    """A writer with somebody to tell."""

    telemetry: Telemetry | None = None

    def write(self, entries: Sequence[Entry]) -> list[Written | Refused]:
        """Write as a writer does, then tell what was committed."""
        outcomes = super().write(entries)
        if self.telemetry is not None:
            try:
                self.telemetry.note(entries, outcomes)
            except Exception:
                logger.exception("what was committed could not be told to those who watch")
        return outcomes
