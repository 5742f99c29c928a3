"""A turn that may begin with its message is written behind it, and told of in place of the wish to start it."""

from collections.abc import Iterator

import pytest

from actors.messages import Sending, StartJob, Write
from pipeline.ids import JobId
from storage.entries import Refused, Written
from storage.errors import NotFoundError, OutcomeUnknownError, StoreUnavailableError
from tests.actors.office import ADVANCE, CREATE, PATIENCE_S, Office, to

OTHER = Sending("orchestrator", "another message")


@pytest.fixture
def office() -> Iterator[Office]:
    place = Office()
    place.door.is_open = True
    yield place
    place.close()


def started(number: int) -> StartJob:
    return StartJob(JobId(f"job_{number}"))


def test_both_are_one_batch_and_the_turn_is_told_of_once(office: Office) -> None:
    office.tell(Write(CREATE, (*to(1), OTHER)), Write(CREATE, to(2)))
    office.start()
    assert [office.next() for _ in range(3)] == [OTHER.message, started(7), started(7)]
    assert office.book.batches.get(timeout=PATIENCE_S) == [CREATE, ADVANCE, CREATE, ADVANCE]
    assert office.door.away == []


def test_a_turn_that_may_not_begin_is_started_as_ever(office: Office) -> None:
    office.book.script = lambda entry: Refused(NotFoundError()) if entry is ADVANCE else Written()
    office.tell(Write(CREATE, to(1)))
    office.start()
    assert office.next() == started(1)
    assert office.door.away == [CREATE]


def test_of_a_message_that_is_refused_or_repeated_the_door_is_told(office: Office) -> None:
    office.door.is_open = False
    answers = iter((Refused(NotFoundError()), Written(repeated=True), Written()))
    office.book.script = lambda _: next(answers)
    for number in (1, 2, 3):
        office.tell(Write(CREATE, to(number)))
    office.start()
    assert office.next() == started(3)
    assert office.door.away == [CREATE, CREATE]


@pytest.mark.parametrize("error", [StoreUnavailableError, OutcomeUnknownError])
def test_while_the_store_takes_nothing_nobody_stays_inside(office: Office, error: type[Exception]) -> None:
    faults = iter((error,))

    def fails_once(_: object) -> Written:
        for fault in faults:
            raise fault
        return Written()

    office.book.script = fails_once
    office.tell(Write(CREATE, to(1)))
    office.start()
    assert office.next() == started(7)
    assert office.door.away == [CREATE]


def test_a_commit_in_doubt_that_holds_lets_the_turn_go_on(office: Office) -> None:
    def in_doubt(_: object) -> Written:
        raise OutcomeUnknownError

    office.book.script, office.book.outcome = in_doubt, [Written(), Written()]
    office.tell(Write(CREATE, to(1)))
    office.start()
    assert office.next() == started(7)
    assert office.door.away == []
