"""The real journal over a scripted book: what it commits, and what it lets out."""

from collections.abc import Callable, Sequence
from queue import Queue
from typing import Any

from actors.journal import Journal
from actors.messages import (
    BROADCASTER,
    JOURNAL,
    ORCHESTRATOR,
    Sending,
    StartJob,
    Write,
)
from actors.runtime import Actor, ActorSystem, ChildSpec, Decision, Supervisor
from pipeline.events import JobQueued
from pipeline.ids import JobId, ProjectId
from pipeline.jobs import JobStatus
from pipeline.project import Video
from storage.entries import AdvanceJob, CreateProject, Entry, Refused, StoredEvent, Written
from storage.errors import StaleOwnerError

PATIENCE_S = 30.0
PROJECT, JOB = ProjectId("prj_1"), JobId("job_1")
CREATE = CreateProject(PROJECT, Video())
ADVANCE = AdvanceJob(JOB, 1, JobStatus.RUNNING)
EVENT = StoredEvent(PROJECT, 1, JobQueued(kind="turn"), "{}")
STALE = StaleOwnerError("it has a newer owner")


class Book:
    """Answers each batch by the script, and keeps the batches."""

    def __init__(self) -> None:
        self.batches: Queue[Sequence[Entry]] = Queue()
        self.script: Callable[[Entry], Written | Refused] = lambda _: Written()
        self.committed = False
        self.outcome: list[Written | Refused] | None = None

    def write(self, entries: Sequence[Entry]) -> list[Written | Refused]:
        answers = [self.script(entry) for entry in entries]
        self.batches.put(entries)
        self.committed = True
        return answers

    def settle(self) -> list[Written | Refused] | None:
        self.committed = self.outcome is not None
        return self.outcome

    def probe(self) -> None:
        self.script(CREATE)


class Ears(Actor):
    """Keeps what it is told, and whether it was committed by then."""

    def __init__(self, heard: "Queue[object]", book: Book) -> None:
        self._heard = heard
        self._book = book

    def on_receive(self, message: object) -> None:
        assert self._book.committed
        self._heard.put(message)


class Door:
    """Lets the turn of `CREATE` begin, if it is open; keeps whom it turned away."""

    def __init__(self) -> None:
        self.is_open = False
        self.away: list[Entry] = []

    def let_in(self, entry: Entry) -> Write | None:
        return Write(ADVANCE, to(7)) if self.is_open and entry is CREATE else None

    def turn_away(self, entry: Entry) -> None:
        self.away.append(entry)


class Office:
    """The real journal over a scripted book."""

    def __init__(self) -> None:
        self.book = Book()
        self.heard: Queue[Any] = Queue()
        self.door = Door()
        self.system = ActorSystem()
        ears = [ChildSpec(name, lambda: Ears(self.heard, self.book)) for name in (BROADCASTER, ORCHESTRATOR)]
        self._supervisor = Supervisor(self.system, [*ears, ChildSpec(JOURNAL, lambda: Journal(self.book, self.door))])

    def tell(self, *messages: object) -> None:
        for message in messages:
            self.system.address(JOURNAL).tell(message)

    def start(self) -> None:
        self._supervisor.start()

    def close(self) -> None:
        self._supervisor.stop(PATIENCE_S)
        self.system.stop()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return self._supervisor.decisions

    def next(self) -> object:
        return self.heard.get(timeout=PATIENCE_S)

    def ask(self, entry: Entry) -> object:
        return self.system.address(JOURNAL).ask(Write(entry), timeout_s=PATIENCE_S)


def to(number: int) -> tuple[Sending, ...]:
    return (Sending(ORCHESTRATOR, StartJob(JobId(f"job_{number}"))),)
