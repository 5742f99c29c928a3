"""What Journal does while the store takes no writes."""

from collections.abc import Iterator

import pytest

from actors.messages import (
    SendOn,
    StartJob,
    Write,
)
from pipeline.ids import JobId
from storage.entries import Entry, NoteStreams, Written
from storage.errors import OutcomeUnknownError, StoreUnavailableError
from tests.actors.office import ADVANCE, CREATE, JOB, PATIENCE_S, Office, to


@pytest.fixture
def office() -> Iterator[Office]:
    place = Office()
    yield place
    place.close()


def out_of_order(_: Entry) -> Written:
    raise StoreUnavailableError


def test_a_store_that_takes_no_writes_refuses_who_asks_and_keeps_what_was_told(office: Office) -> None:
    office.start()
    office.book.script = out_of_order
    for number in (1, 2):
        office.tell(Write(ADVANCE, to(number)), SendOn(to(number)))
        with pytest.raises(StoreUnavailableError):
            office.ask(CREATE)
    office.book.script = lambda _: Written(job=JOB)
    assert [office.next() for _ in range(4)] == [StartJob(JobId(f"job_{number}")) for number in (1, 1, 2, 2)]
    assert office.ask(CREATE) == Written(job=JOB)
    assert office.decisions == ()


def test_where_a_stream_stood_is_not_kept_for_later(office: Office) -> None:
    office.start()
    office.book.script = out_of_order
    with pytest.raises(StoreUnavailableError):
        office.ask(CREATE)
    office.tell(Write(NoteStreams(())), Write(ADVANCE, to(1)))
    office.book.script = lambda _: Written()
    office.next()
    assert office.book.batches.get(timeout=PATIENCE_S) == [ADVANCE]


@pytest.mark.parametrize("error", [StoreUnavailableError, OutcomeUnknownError])
def test_a_store_that_fails_again_while_it_recovers_loses_nothing(office: Office, error: type[Exception]) -> None:
    office.start()
    office.book.script = out_of_order
    office.tell(Write(ADVANCE, to(1)))
    with pytest.raises(StoreUnavailableError):
        office.ask(CREATE)
    tries: list[Entry] = []

    def fails_once_more(entry: Entry) -> Written:
        tries.append(entry)
        if tries.count(ADVANCE) == 1 and entry is ADVANCE:
            raise error
        return Written()

    office.book.script = fails_once_more
    assert office.next() == StartJob(JobId("job_1"))
    assert tries.count(ADVANCE) == 2


class FailsOnce:
    """The first commit fails in a way that does not tell whether it holds."""

    def __init__(self) -> None:
        self._failed = False

    def __call__(self, _: Entry) -> Written:
        if not self._failed:
            self._failed = True
            raise OutcomeUnknownError
        return Written()


def test_a_commit_in_doubt_that_holds_is_answered_late_and_its_consequences_go_out(office: Office) -> None:
    office.start()
    office.book.script, office.book.outcome = FailsOnce(), [Written(job=JOB, new_jobs=(JOB,))]
    assert office.ask(CREATE) == Written(job=JOB, new_jobs=(JOB,))
    assert office.next() == StartJob(JOB)
    assert office.book.batches.empty()


def test_a_commit_in_doubt_that_does_not_hold_is_refused_to_who_asks_and_written_for_who_told(office: Office) -> None:
    office.book.script = FailsOnce()
    office.tell(Write(ADVANCE, to(1)))
    office.start()
    assert office.next() == StartJob(JobId("job_1"))
    assert office.book.batches.get(timeout=PATIENCE_S) == [ADVANCE]
    office.book.script = FailsOnce()
    with pytest.raises(StoreUnavailableError, match="is not stored"):
        office.ask(CREATE)
    assert office.decisions == ()
