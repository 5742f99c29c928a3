"""What must hold in the simulation, looked at as it goes: each breach is a sentence."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from zlib import crc32

from actors.messages import Perform
from actors.orchestrator.admission import LIMITS
from actors.orchestrator.budgets import RETRIES_PER_S
from drills.simulated.rows import Row
from pipeline.commands import AskModel
from pipeline.events import Event, JobComplete, JobFailed, JobRetryScheduled
from pipeline.ids import JobId
from pipeline.jobs import JobKind, JobStatus
from pipeline.replay import Key

EXPLAINED = frozenset(
    {"worker.crash-loop", "model.refused", "model.outage", "model.rate-limited", "model.timeout", "component.rejected"}
)
"""How a job may fail in this world; anything else is a fault of ours."""

MOST_BREACHES = 20


@dataclass
class Witness:
    """`breaches` says what did not hold; `history` stands for all that was told, so that two runs can be compared."""

    breaches: list[str] = field(default_factory=list)
    history: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    calls: int = 0
    when_over: Callable[[JobId], None] = lambda _: None
    _complete: Counter[JobId] = field(default_factory=Counter)
    _retries: Counter[str] = field(default_factory=Counter)
    _working: defaultdict[JobKind, dict[JobId, tuple[str, int]]] = field(default_factory=lambda: defaultdict(dict))

    def begin(self) -> None:
        """A new life of the process: nobody works."""
        self._working.clear()

    def begin_orchestrator(self) -> None:
        """A new life of the orchestrator, which has planned nothing yet."""
        self._retries.clear()

    def told(self, row: Row, event: Event) -> None:
        """An event was stored."""
        job = row.stored.id
        self.history = crc32(f"{job} {event.wire_name()} {event.step} {event.attempt}".encode(), self.history)
        if isinstance(event, JobComplete):
            self._complete[job] += 1
            self._expect(self._complete[job] == 1, f"{job} was completed twice")
        if isinstance(event, JobFailed):
            self._expect(
                event.error.code in EXPLAINED,
                f"{job} failed with {event.error.code}: {event.error.detail or event.error.message}",
            )
        if isinstance(event, JobRetryScheduled) and event.error and event.error.provider:
            self._plan(event.next_retry_at)

    def moved(self, row: Row) -> None:
        """A job has another status."""
        if not row.is_open:
            self._over(row)
            self.when_over(row.stored.id)

    def begun(self, work: Perform, row: Row) -> None:
        """Somebody begins to work: it is wanted, was not answered before, and is within the limits."""
        if row.stored.epoch != work.epoch or not row.is_open:
            return  # of an earlier owner: it will be refused
        if isinstance(work.command, AskModel):
            self.calls += 1
            self._expect(row.reply(work.key) is None, f"{work.job} paid again for {work.key}")
        is_echo = row.stored.status is JobStatus.WAITING or row.reply(work.key) is not None
        if not is_echo:  # asked for twice around a restart of the orchestrator, and not heard any more
            self._sit(work, row)

    def ended(self, work: Perform) -> None:
        """Nobody works on that any more."""
        for sitting in self._working.values():
            if sitting.get(work.job, ("", -1))[1] == work.epoch:
                del sitting[work.job]

    def forget(self, job: JobId) -> None:
        """Nobody will ask for it any more."""
        self._complete.pop(job, None)

    def _over(self, row: Row) -> None:
        """A job came to its end: what it left is whole."""
        stored = row.stored
        self.ends[f"{stored.kind} {stored.status}"] += 1
        if stored.status is not JobStatus.COMPLETED:
            return
        published = row.reply(Key("publish", 0)) is not None
        self._expect(published is (stored.kind == "component"), f"{stored.id} is completed without its publish")
        counts = [
            sum(one.reply is not None and not one.superseded for one in tried.values())
            for tried in row.attempts.values()
        ]
        self._expect(max(counts) == 1, f"{stored.id} has two replies to one command")

    def _plan(self, at: str) -> None:
        second = at[:19]
        self._retries[second] += 1
        few = self._retries[second] <= RETRIES_PER_S
        self._expect(few, f"more than {RETRIES_PER_S} retries at {second}")

    def _sit(self, work: Perform, row: Row) -> None:
        stored = row.stored
        sitting, limit = self._working[stored.kind], LIMITS[stored.kind]
        sitting[work.job] = (stored.project, work.epoch)
        of_project = sum(project == stored.project for project, _ in sitting.values())
        self._expect(len(sitting) <= limit.at_once, f"{len(sitting)} {stored.kind}s at work at once")
        self._expect(
            of_project <= limit.per_project, f"{of_project} {stored.kind}s of {stored.project} at work at once"
        )

    def _expect(self, held: bool, breach: str) -> None:  # noqa: FBT001
        if not held and len(self.breaches) < MOST_BREACHES:
            self.breaches.append(breach)
