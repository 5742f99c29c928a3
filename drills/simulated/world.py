"""The world of the simulation: real orchestrator, real flows and the supervisor's policy; all else is invented."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from actors.messages import (
    BUILD_WORKER,
    INSPECTOR,
    JOURNAL,
    LLM,
    ORCHESTRATOR,
    STOPPER,
    TOOL_EXECUTOR,
    Sending,
    SendOn,
    StartJob,
    Write,
    WriteRefused,
)
from actors.orchestrator.chances import Chances
from actors.orchestrator.doorman import Door
from actors.orchestrator.orchestrator import Orchestrator
from actors.runtime.policy import Budget, Record
from drills.simulated.clock import Clock
from drills.simulated.mailbox import Mailbox, System, Timers
from drills.simulated.performers import WORKERS, Performers
from drills.simulated.store import MemoryStore
from drills.simulated.vendor import Vendor
from drills.simulated.witness import Witness
from storage.entries import AcceptMessage, AdvanceJob, ApplyTool, Entry, PublishRevision, Written
from storage.errors import StorageError
from storage.writing.conversation import brief_of

FALLS = 0.0002
"""How likely the orchestrator falls over a message, and the journal before or after a commit."""


@dataclass
class World:
    """One seed's world. `life` counts the lives of the process; what an earlier one planned does not happen."""

    seed: int

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)  # noqa: S311  # must be repeatable
        self.clock, self.witness, self.vendor = Clock(), Witness(), Vendor(self.dice)
        self.store = MemoryStore(lambda: self.clock.now, self.witness)
        self.life = 0
        self.began = self.clock.now
        self.falls = 0
        self._door = Door()
        takes = {
            LLM: "ask",
            TOOL_EXECUTOR: "carry_out",
            BUILD_WORKER: "check",
            INSPECTOR: "look",
            STOPPER: "stop",
        }
        boxes = {name: Mailbox(name, self.clock, self._to(take)) for name, take in takes.items()}
        boxes[JOURNAL] = Mailbox(JOURNAL, self.clock, self._commit, most=256)
        boxes[ORCHESTRATOR] = Mailbox(ORCHESTRATOR, self.clock, self._decide)
        self.system = System(boxes, Timers(self.clock, self._this_life))
        self._begin()

    def tell(self, message: object) -> None:
        """To the orchestrator, as the server would."""
        self.system.address(ORCHESTRATOR).tell(message)

    def write(self, entry: Entry, *then: object) -> bool:
        """As the server writes: answered at once; False when it was refused."""
        try:
            written = self.store.write(entry)
        except StorageError:
            return False
        self._send(written, [Sending(ORCHESTRATOR, message) for message in then])
        return True

    def say(self, accepted: AcceptMessage) -> None:
        """As the journal takes a message in: its turn begins with it, or is told of."""
        self.store.queue(accepted.job, accepted.project, brief_of(accepted), message=accepted.assistant_message)
        begun = self._door.let_in(accepted)
        if begun:
            self._send(self.store.write(begun.entry), begun.then)
        else:
            self.tell(StartJob(accepted.job))

    def die(self) -> None:
        """SIGKILL of the whole process, and a new one a second later."""
        self.life += 1
        self._door.close()
        for mailbox in self.system.mailboxes.values():
            mailbox.clear()
            mailbox.down = True
        self.clock.after(1.0, self._begin)

    def _to(self, take: str) -> Callable[[list[object]], None]:
        return lambda batch: getattr(self._performers, take)(batch)  # noqa: PLW0108  # they are others in each life

    def _this_life(self) -> Callable[[], bool]:
        life = self.life
        return lambda: life == self.life

    def _begin(self) -> None:
        self.witness.begin()
        self._performers = Performers(
            self.system, self.store, self.vendor, self.witness, self.tell, self._lose_a_worker
        )
        self._records = {name: Record() for name in (JOURNAL, ORCHESTRATOR, *map(str, range(WORKERS)))}
        self._born = dict.fromkeys(self._records, self.clock.now)
        self._open(*self.system.mailboxes)
        self._begin_orchestrator(fresh=True)

    def _begin_orchestrator(self, *, fresh: bool) -> None:
        self.witness.begin_orchestrator()
        chances = Chances(lambda: self.clock.now, self.dice.random)
        self._orchestrator = Orchestrator(self.store, chances, fresh=fresh, door=self._door)
        self._orchestrator.system = self.system  # type: ignore[assignment]  # all that it reaches of it is there
        self._orchestrator.address = self.system.address(ORCHESTRATOR)  # type: ignore[assignment]
        self._orchestrator.on_start()

    def _decide(self, batch: list[object]) -> None:
        if self.dice.random() < FALLS:
            self._fall(ORCHESTRATOR, (ORCHESTRATOR,), lambda: self._begin_orchestrator(fresh=False))
            return
        for message in batch:
            self._orchestrator.on_receive(message)  # type: ignore[arg-type]  # its inbox

    def _commit(self, batch: list[object]) -> None:
        """Group commit, which may end before or after it; the orchestrator falls with the journal."""
        if self.store.silent:
            self._wait_for_the_store(batch)
            return
        falls, thens = self.dice.random(), list[Callable[[], None]]()
        if falls >= FALLS:
            thens = [self._written(message) for message in batch]
        if falls < 2 * FALLS:
            both = (JOURNAL, ORCHESTRATOR)
            self._fall(JOURNAL, both, lambda: self._begin_orchestrator(fresh=False))
            return
        for then in thens:
            then()

    def _wait_for_the_store(self, batch: list[object]) -> None:
        """What was told waits, in order."""
        journal, still = self.system.address(JOURNAL), self._this_life()
        journal.put_back(batch)
        journal.down = True
        self.clock.after(0.25, lambda: self._open(JOURNAL) if still() else None)

    def _written(self, message: object) -> Callable[[], None]:
        if isinstance(message, SendOn):
            sendings = message.sendings
            return lambda: self._send(Written(), sendings)
        assert isinstance(message, Write)  # noqa: S101  # nothing else is told to it
        try:
            written, then = self.store.write(message.entry), message.then
        except StorageError as error:
            return self._refusing(message.entry, error)
        return lambda: self._send(written, then)

    def _refusing(self, entry: Entry, error: StorageError) -> Callable[[], None]:
        assert isinstance(entry, AdvanceJob | ApplyTool | PublishRevision)  # noqa: S101  # actors write no other
        new = entry.new_epoch if isinstance(entry, AdvanceJob) else None
        refused = WriteRefused(entry.job, entry.epoch if new is None else new, error)
        return lambda: self.tell(refused)

    def _send(self, written: Written, then: Sequence[Sending]) -> None:
        if written.recorded:
            self.tell(written.recorded)
        for job in written.new_jobs:
            self.tell(StartJob(job))
        for sending in then:
            self.system.address(sending.to).tell(sending.message, urgent=sending.urgent)

    def _lose_a_worker(self, come_back: Callable[[], None]) -> None:
        self._fall(str(self.dice.randrange(WORKERS)), (), come_back)

    def _fall(self, child: str, down: tuple[str, ...], come_back: Callable[[], None]) -> None:
        """What the supervisor's policy says: start again, maybe after a while, or give up, and the process ends."""
        self.falls += 1
        now = self.clock.now
        lived_s, self._born[child] = now - self._born[child], now
        verdict = self._records[child].judge(Budget(), now_s=now, lived_s=lived_s, dice=self.dice.random)
        if verdict.delay_s is None:
            self.die()
            return
        for name in down:
            self.system.address(name).down = True
        still = self._this_life()
        self.clock.after(verdict.delay_s, lambda: self._rise(down, come_back) if still() else None)

    def _rise(self, down: tuple[str, ...], come_back: Callable[[], None]) -> None:
        come_back()
        self._open(*down)

    def _open(self, *names: str) -> None:
        for name in names:
            self.system.address(name).down = False
            self.system.address(name).look()
