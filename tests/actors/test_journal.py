from collections.abc import Callable, Iterator, Sequence
from queue import Queue
from typing import Any

import pytest

from actors.journal import Journal
from actors.messages import (
    BROADCASTER,
    JOURNAL,
    ORCHESTRATOR,
    Broadcast,
    Sending,
    SendOn,
    StartJob,
    Write,
    WriteRefused,
)
from actors.runtime import Actor, ActorSystem, ChildSpec, Supervisor
from pipeline.events import JobQueued
from pipeline.ids import JobId, ProjectId
from pipeline.jobs import JobStatus
from pipeline.project import Video
from pipeline.replay import Key
from storage.entries import AdvanceJob, CreateProject, Entry, Recorded, Refused, StoredEvent, Written
from storage.errors import StaleOwnerError, StoreUnavailableError
from tests.pipeline.play import result

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

    def write(self, entries: Sequence[Entry]) -> list[Written | Refused]:
        answers = [self.script(entry) for entry in entries]
        self.batches.put(entries)
        self.committed = True
        return answers


class Ears(Actor):
    """Keeps what it is told, and whether it was committed by then."""

    def __init__(self, heard: "Queue[object]", book: Book) -> None:
        self._heard = heard
        self._book = book

    def on_receive(self, message: object) -> None:
        assert self._book.committed
        self._heard.put(message)


class Office:
    """The real journal over a scripted book."""

    def __init__(self) -> None:
        self.book = Book()
        self.heard: Queue[Any] = Queue()
        self.system = ActorSystem()
        ears = [ChildSpec(name, lambda: Ears(self.heard, self.book)) for name in (BROADCASTER, ORCHESTRATOR)]
        self._supervisor = Supervisor(self.system, [*ears, ChildSpec(JOURNAL, lambda: Journal(self.book))])

    def tell(self, *messages: object) -> None:
        for message in messages:
            self.system.address(JOURNAL).tell(message)

    def start(self) -> None:
        self._supervisor.start()

    def close(self) -> None:
        self._supervisor.stop(PATIENCE_S)
        self.system.stop()

    def next(self) -> object:
        return self.heard.get(timeout=PATIENCE_S)

    def ask(self, entry: Entry) -> object:
        return self.system.address(JOURNAL).ask(Write(entry), timeout_s=PATIENCE_S)


@pytest.fixture
def office() -> Iterator[Office]:
    place = Office()
    yield place
    place.close()


def to(number: int) -> tuple[Sending, ...]:
    return (Sending(ORCHESTRATOR, StartJob(JobId(f"job_{number}"))),)


def test_an_ask_is_answered_with_what_was_written(office: Office) -> None:
    office.start()
    office.book.script = lambda _: Written(job=JOB)
    assert office.ask(CREATE) == Written(job=JOB)


def test_consequences_go_out_after_the_commit_in_the_order_of_the_writes(office: Office) -> None:
    office.start()
    office.tell(Write(CREATE, to(1)), Write(ADVANCE, to(2)), SendOn(to(3)))
    assert [office.next() for _ in range(3)] == [StartJob(JobId(f"job_{number}")) for number in (1, 2, 3)]


def test_a_reply_that_was_recorded_and_new_jobs_go_to_the_orchestrator(office: Office) -> None:
    office.start()
    recorded = Recorded(JOB, Key("act", 0), result())
    office.book.script = lambda _: Written(recorded=recorded, new_jobs=(JobId("job_2"),))
    office.tell(Write(ADVANCE))
    assert [office.next(), office.next()] == [recorded, StartJob(JobId("job_2"))]


def test_of_a_repeated_command_nothing_goes_out_a_second_time(office: Office) -> None:
    office.start()
    office.book.script = lambda entry: Written(new_jobs=(JOB,), repeated=entry is CREATE)
    office.tell(Write(CREATE, to(1)), Write(ADVANCE, to(2)))
    assert [office.next(), office.next()] == [StartJob(JOB), StartJob(JobId("job_2"))]


def test_the_events_of_a_batch_are_broadcast_together(office: Office) -> None:
    office.start()
    office.book.script = lambda _: Written(events=(EVENT,))
    office.tell(Write(CREATE))
    assert office.next() == Broadcast((EVENT,))


def test_a_refused_write_drops_its_own_consequences_and_nobody_elses(office: Office) -> None:
    office.start()
    office.book.script = lambda entry: Refused(STALE) if entry is ADVANCE else Written()
    office.tell(Write(CREATE, to(1)), Write(ADVANCE, to(2)), Write(CREATE, to(3)))
    assert [office.next() for _ in range(3)] == [
        StartJob(JobId("job_1")),
        WriteRefused(JOB, 1, STALE),
        StartJob(JobId("job_3")),
    ]


def test_the_refusal_of_a_takeover_names_the_epoch_that_was_to_be(office: Office) -> None:
    office.start()
    office.book.script = lambda _: Refused(STALE)
    office.tell(Write(AdvanceJob(JOB, 1, JobStatus.RUNNING, new_epoch=2)))
    assert office.next() == WriteRefused(JOB, 2, STALE)


def test_the_refusal_of_an_ask_is_its_answer_and_goes_to_nobody_else(office: Office) -> None:
    office.start()
    office.book.script = lambda entry: Refused(STALE) if entry is ADVANCE else Written()
    with pytest.raises(StaleOwnerError):
        office.ask(ADVANCE)
    office.tell(SendOn(to(1)))
    assert office.next() == StartJob(JobId("job_1"))


def test_a_refusal_that_concerns_no_job_in_hand_is_only_logged(office: Office) -> None:
    office.start()
    office.book.script = lambda _: Refused(STALE)
    office.tell(Write(CREATE, to(1)), SendOn(to(2)))
    assert office.next() == StartJob(JobId("job_2"))


def test_a_store_that_does_not_answer_fails_the_ask_and_the_next_life_writes(office: Office) -> None:
    office.start()

    def out_of_order(_: Entry) -> Written:
        raise StoreUnavailableError

    office.book.script = out_of_order
    with pytest.raises(StoreUnavailableError):
        office.ask(CREATE)
    office.book.script = lambda _: Written(job=JOB)
    assert office.ask(CREATE) == Written(job=JOB)


def test_what_has_gathered_is_one_transaction(office: Office) -> None:
    office.start()
    entries: list[Entry] = [CREATE, ADVANCE, CREATE]

    def writes_while_others_gather(entry: Entry) -> Written:
        if entry is CREATE and office.book.batches.empty():
            office.tell(*(Write(gathered) for gathered in entries))
        return Written()

    office.book.script = writes_while_others_gather
    office.ask(CREATE)
    assert office.book.batches.get(timeout=PATIENCE_S) == [CREATE]
    assert office.book.batches.get(timeout=PATIENCE_S) == entries
