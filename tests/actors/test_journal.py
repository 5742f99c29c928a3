from collections.abc import Iterator

import pytest

from actors.messages import (
    Broadcast,
    CancelJob,
    SendOn,
    StartJob,
    Write,
    WriteRefused,
)
from pipeline.ids import JobId
from pipeline.jobs import JobStatus
from pipeline.replay import Key
from storage.entries import AdvanceJob, Entry, Recorded, Refused, Written
from storage.errors import StaleOwnerError
from tests.actors.office import ADVANCE, CREATE, EVENT, JOB, PATIENCE_S, STALE, Office, to
from tests.pipeline.play import result


@pytest.fixture
def office() -> Iterator[Office]:
    place = Office()
    yield place
    place.close()


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


def test_jobs_that_are_stopped_with_their_project_are_told_to_the_orchestrator(office: Office) -> None:
    office.start()
    office.book.script = lambda _: Written(stopped=(JOB,))
    office.tell(Write(CREATE))
    assert office.next() == CancelJob(JOB)


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
