import pytest

from pipeline.events import JobQueued, MessageComplete, MessageCreated, MessageView
from pipeline.jobs import JobStatus
from pipeline.project import Video
from pipeline.resuming import Resumption
from storage.entries import AcceptMessage, CreateProject, Written
from storage.errors import ConflictError, NotFoundError
from storage.wishes import ResumeJob
from tests.storage.opened import ANSWER, PROJECT, TURN, Store, advance, message


@pytest.fixture(autouse=True)
def project(store: Store) -> None:
    store.write(CreateProject(PROJECT, Video()))


def _answer(store: Store) -> MessageView:
    return store.reader.snapshot(PROJECT).messages[1]


def _run(store: Store) -> None:
    store.write(message())
    store.write(advance(epoch=0, new_epoch=1))


def test_a_message_an_empty_answer_and_a_turn_are_stored_together(store: Store) -> None:
    written = store.write(message("a teaser"))
    assert written.job == TURN
    asked, answer, queued = (stored.event for stored in written.events)
    assert isinstance(asked, MessageCreated)
    assert isinstance(answer, MessageCreated)
    assert (asked.message.role, asked.message.content, asked.message.done) == ("user", "a teaser", True)
    assert (answer.message.role, answer.message.content, answer.message.done) == ("assistant", "", False)
    assert answer.message.job == TURN
    assert isinstance(queued, JobQueued)
    assert {stored.event.job for stored in written.events} == {TURN}
    assert store.reader.snapshot(PROJECT).messages == (asked.message, answer.message)


def test_the_same_message_again_leads_to_the_first_job(store: Store) -> None:
    store.write(message())
    again = AcceptMessage(**{**vars(message()), "job": "job_new", "assistant_message": "msg_new"})
    assert store.write(again) == Written(job=TURN)
    assert (store.count("message"), store.count("job"), store.count("event")) == (2, 1, 3)


def test_the_same_message_with_other_words_is_a_conflict(store: Store) -> None:
    store.write(message("first"))
    error = store.refusal(message("second"), ConflictError)
    assert str(error) == "message msg_asked or its idempotency key was used before for something else: take a new one"


def test_the_same_idempotency_key_leads_to_the_first_job(store: Store) -> None:
    store.write(message("first", key="key"))
    assert store.write(message("first", suffix="_2", key="key")) == Written(job=TURN)
    assert store.count("job") == 1


def test_the_same_idempotency_key_with_other_words_is_a_conflict(store: Store) -> None:
    store.write(message("first", key="key"))
    store.refusal(message("second", suffix="_2", key="key"), ConflictError)


def test_a_message_to_an_unknown_project_is_not_found(store: Store) -> None:
    entry = AcceptMessage(**{**vars(message()), "project": "prj_unknown"})
    assert str(store.refusal(entry, NotFoundError)) == "there is no project prj_unknown"


def test_an_id_that_another_message_has_is_a_conflict(store: Store) -> None:
    store.write(message())
    entry = AcceptMessage(**{**vars(message(suffix="_2")), "user_message": ANSWER})
    store.refusal(entry, ConflictError)
    assert store.count("message") == 2


def test_the_answer_is_the_text_of_the_last_stored_round(store: Store) -> None:
    _run(store)
    store.write(advance(events=(MessageComplete(message=ANSWER, content="One", round=0, final=False),)))
    assert (_answer(store).content, _answer(store).done) == ("One", False)
    store.write(advance(events=(MessageComplete(message=ANSWER, content="One. Two.", round=0, final=True),)))
    assert (_answer(store).content, _answer(store).done) == ("One. Two.", True)


@pytest.mark.parametrize("end", [JobStatus.FAILED, JobStatus.CANCELLED])
def test_the_answer_of_a_turn_that_ends_early_keeps_what_it_had(store: Store, end: JobStatus) -> None:
    _run(store)
    store.write(advance(events=(MessageComplete(message=ANSWER, content="So far", round=0, final=False),)))
    store.write(advance(end))
    assert (_answer(store).content, _answer(store).done) == ("So far", True)


def test_the_answer_of_a_resumed_turn_grows_again(store: Store) -> None:
    _run(store)
    store.write(advance(JobStatus.FAILED))
    store.write(ResumeJob(TURN, Resumption()))
    assert not _answer(store).done
