"""Who performs the commands in the simulation: model, tools and gates, each with the promises of the real one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from actors.messages import BUILD_WORKER, JOURNAL, AttemptFailed, DropWork, Perform, Performed, WorkLost, Write
from drills.simulated.mailbox import System
from drills.simulated.store import MemoryStore
from drills.simulated.vendor import Vendor
from drills.simulated.witness import Witness
from pipeline.commands import Act, AskModel, Inspect, Recollection
from pipeline.failures import ErrorContext
from pipeline.ids import JobId
from pipeline.project import Project, Video
from pipeline.replay import Key
from storage.entries import ApplyTool

Work = tuple[JobId, Key, int]
WORKERS = 6
DEATHS = 0.002
"""How likely a check kills its worker."""


@dataclass
class Performers:
    """One life of them. `tell` reaches the orchestrator, `fall` lets a worker die and come back as the policy says."""

    system: System
    store: MemoryStore
    vendor: Vendor
    witness: Witness
    tell: Callable[[object], None]
    fall: Callable[[Callable[[], None]], None]
    _streams: dict[Work, Perform] = field(default_factory=dict)
    _answers: dict[Work, Performed] = field(default_factory=dict)
    _dropped: dict[JobId, int] = field(default_factory=dict)
    _in_hand: dict[Work, Perform] = field(default_factory=dict)
    _idle: int = WORKERS

    def ask(self, batch: list[object]) -> None:
        """A key that is being answered attaches, and an answer is given again from memory."""
        for message in batch:
            if isinstance(message, DropWork):
                self.stop([message])
            elif isinstance(message, Perform) and self._is_wanted(message):
                name = _name(message)
                if name in self._answers:
                    self.tell(self._answers[name])
                elif name not in self._streams:
                    self._stream(name, message)

    def carry_out(self, batch: list[object]) -> None:
        """A tool call is written; a recall is answered."""
        for work in batch:
            if not isinstance(work, Perform):
                continue
            if isinstance(work.command, Act):
                jobs = self.vendor.new_jobs(work.job, work.key.ordinal)
                marks = (work.job, work.epoch, work.key, work.attempt)
                self.system.address(JOURNAL).tell(Write(ApplyTool(*marks, work.command.call, jobs=jobs)))
            else:
                project = Project(id=work.project, video=Video())
                self.tell(Performed(work.job, work.epoch, work.key, work.attempt, Recollection(project=project)))

    def check(self, batch: list[object]) -> None:
        """One of the pool takes it; while none is idle the others wait in the mailbox."""
        for work in batch:
            if isinstance(work, Perform) and self._is_wanted(work) and _name(work) not in self._in_hand:
                self._in_hand[_name(work)] = work
                self.witness.begun(work, self.store.rows[work.job])
                self._idle -= 1
                self.system.address(BUILD_WORKER).down = self._idle == 0
                self._later(self.vendor.dice.uniform(0.05, 0.5), lambda work=work: self._checked(work))  # type: ignore[misc]

    def look(self, batch: list[object]) -> None:
        """Now and then what was published does not look right."""
        for work in batch:
            if isinstance(work, Perform) and isinstance(work.command, Inspect) and self._is_wanted(work):
                seen = self.vendor.inspection(work.command)
                self.tell(Performed(work.job, work.epoch, work.key, work.attempt, seen))

    def stop(self, batch: list[object]) -> None:
        """Nobody wants this work any more."""
        for drop in batch:
            if isinstance(drop, DropWork):
                self._dropped[drop.job] = max(drop.epoch, self._dropped.get(drop.job, -1))
                for name in _of(self._streams, drop):
                    self.witness.ended(self._streams.pop(name))
                for name in _of(self._in_hand, drop):
                    self.witness.ended(self._in_hand.pop(name))
                    self._come_back()

    def _stream(self, name: Work, work: Perform) -> None:
        self._streams[name] = work
        self.witness.begun(work, self.store.rows[work.job])
        self._later(self.vendor.dice.expovariate(0.5), lambda: self._streamed(name, work))

    def _streamed(self, name: Work, work: Perform) -> None:
        if name not in self._streams or not isinstance(work.command, AskModel):
            return
        del self._streams[name]
        self.witness.ended(work)
        outcome, marks = self.vendor.answer(work.command), (work.job, work.epoch, work.key, work.attempt)
        if isinstance(outcome, ErrorContext):
            self.tell(AttemptFailed(*marks, outcome))
        else:
            self._answers[name] = Performed(*marks, outcome)
            self.tell(self._answers[name])

    def _checked(self, work: Perform) -> None:
        if self._in_hand.pop(_name(work), None) is not work:
            return  # it was stopped
        self.witness.ended(work)
        if work.job in self.vendor.poison or self.vendor.dice.random() < DEATHS:
            self.tell(WorkLost(work, "it died"))
            self.fall(self._come_back)
            return
        self.tell(Performed(work.job, work.epoch, work.key, work.attempt, self.vendor.verdict()))
        self._come_back()

    def _come_back(self) -> None:
        self._idle += 1
        mailbox = self.system.address(BUILD_WORKER)
        mailbox.down = False
        mailbox.look()

    def _is_wanted(self, work: Perform) -> bool:
        return work.job in self.store.rows and work.epoch > self._dropped.get(work.job, -1)

    def _later(self, seconds: float, action: Callable[[], None]) -> None:
        still = self.system.timers.is_now()
        self.system.timers.clock.after(seconds, lambda: action() if still() else None)


def _name(work: Perform) -> Work:
    return work.job, work.key, work.epoch


def _of(works: Mapping[Work, Perform], drop: DropWork) -> list[Work]:
    return [name for name in works if name[0] == drop.job and name[2] <= drop.epoch]
