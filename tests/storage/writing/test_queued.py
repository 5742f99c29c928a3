import pytest

from pipeline.ids import MessageId, ProjectId
from pipeline.jobs import JobStatus, TurnBrief
from pipeline.project import Video
from pipeline.resuming import Resumption
from storage.entries import AdvanceJob, CreateProject, Written
from storage.errors import CommandRefusedError, IllegalTransitionError, NotFoundError, StaleOwnerError
from storage.messages import EditMessage, WithdrawMessage
from storage.wishes import ResumeJob
from tests.storage.opened import ANSWER, ASKED, PROJECT, TURN, Store, message


@pytest.fixture
def asked(store: Store) -> Store:
    """A project with one message whose turn is in line."""
    store.write(CreateProject(PROJECT, Video()))
    store.write(message())
    return store


def names(written: Written) -> list[str]:
    return [stored.event.wire_name() for stored in written.events]


def test_a_message_that_waits_is_answered_as_it_was_changed(asked: Store) -> None:
    written = asked.write(EditMessage(PROJECT, ASKED, "a trailer"))
    assert names(written) == ["message.updated"]
    assert written.new_jobs == (TURN,)
    brief = asked.reader.job(TURN).brief()
    assert isinstance(brief, TurnBrief)
    assert brief.content == "a trailer"
    assert asked.reader.snapshot(PROJECT).messages[0].content == "a trailer"


def test_whoever_took_the_turn_up_with_the_old_words_is_refused(asked: Store) -> None:
    asked.write(EditMessage(PROJECT, ASKED, "a trailer"))
    asked.refusal(AdvanceJob(TURN, 0, JobStatus.RUNNING, new_epoch=1), StaleOwnerError)
    asked.write(AdvanceJob(TURN, 1, JobStatus.RUNNING, new_epoch=2))


def test_a_message_that_is_withdrawn_leaves_with_its_answer_and_its_turn(asked: Store) -> None:
    written = asked.write(WithdrawMessage(PROJECT, ASKED))
    assert names(written) == ["message.removed", "message.removed", "job.cancelled"]
    assert asked.reader.snapshot(PROJECT).messages == ()
    assert asked.reader.job(TURN).status is JobStatus.CANCELLED
    assert asked.reader.open_jobs() == []
    asked.refusal(AdvanceJob(TURN, 0, JobStatus.RUNNING, new_epoch=1), StaleOwnerError)
    assert "was withdrawn" in str(asked.refusal(ResumeJob(TURN, Resumption()), CommandRefusedError))


def test_a_message_that_is_being_answered_stays_as_it_is(asked: Store) -> None:
    asked.write(AdvanceJob(TURN, 0, JobStatus.RUNNING, new_epoch=1))
    asked.refusal(EditMessage(PROJECT, ASKED, "late"), IllegalTransitionError)
    asked.refusal(WithdrawMessage(PROJECT, ASKED), IllegalTransitionError)
    assert asked.reader.snapshot(PROJECT).messages[0].content == "a teaser"


def test_only_a_message_of_a_person_of_that_project_is_changed(asked: Store) -> None:
    asked.refusal(EditMessage(PROJECT, ANSWER, "x"), NotFoundError)
    asked.refusal(EditMessage(PROJECT, MessageId("nothing"), "x"), NotFoundError)
    asked.refusal(WithdrawMessage(ProjectId("other"), ASKED), NotFoundError)


def test_what_follows_a_withdrawn_message_stays_in_order(asked: Store) -> None:
    asked.write(message("second", suffix="_2"))
    asked.write(message("third", suffix="_3"))
    asked.write(WithdrawMessage(PROJECT, MessageId(ASKED + "_2")))
    said = [one.content for one in asked.reader.snapshot(PROJECT).messages if one.role == "user"]
    assert said == ["a teaser", "third"]
    asked.write(EditMessage(PROJECT, MessageId(ASKED + "_3"), "fourth"))
