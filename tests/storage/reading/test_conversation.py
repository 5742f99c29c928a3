import pytest

from pipeline.chat import ChatMessage, Summary
from pipeline.events import MessageComplete
from pipeline.ids import MessageId
from pipeline.jobs import JobStatus
from storage.entries import AdvanceJob
from storage.errors import NotFoundError
from tests.storage.opened import ANSWER, ASKED, PROJECT, TURN, Store, advance, message


def test_the_history_is_what_was_said_before(store: Store) -> None:
    store.begin()
    store.write(advance(events=(MessageComplete(message=ANSWER, content="Done.", round=0, final=True),)))
    store.write(message("slower", suffix="_2"))
    assert store.reader.recollection(PROJECT, MessageId(f"{ASKED}_2")).history == (
        ChatMessage(role="user", content="a teaser"),
        ChatMessage(role="assistant", content="Done."),
    )
    assert store.reader.recollection(PROJECT, ASKED).history == ()


def test_an_answer_that_is_empty_or_still_grows_is_no_history(store: Store) -> None:
    store.begin()
    store.write(advance(JobStatus.FAILED))
    store.write(message("again", suffix="_2"))
    store.write(AdvanceJob(type(TURN)(f"{TURN}_2"), 0, JobStatus.RUNNING, events=(_round(f"{ANSWER}_2"),)))
    store.write(message("more", suffix="_3"))
    said = [entry.content for entry in store.reader.recollection(PROJECT, MessageId(f"{ASKED}_3")).history]
    assert said == ["a teaser", "again"]


def test_what_a_turn_put_in_short_stands_for_what_came_before(store: Store) -> None:
    store.begin()
    result = {"rounds": 1, "jobs": [], "summary": {"until": ASKED, "text": "a teaser was asked for"}}
    told = MessageComplete(message=ANSWER, content="Done.", round=0, final=True)
    store.write(advance(JobStatus.COMPLETED, events=(told,), result=result))
    store.write(message("slower", suffix="_2"))
    recalled = store.reader.recollection(PROJECT, MessageId(f"{ASKED}_2"))
    assert recalled.summary == Summary(until=ASKED, text="a teaser was asked for")
    assert ([entry.content for entry in recalled.history], recalled.ids) == (["Done."], (ANSWER,))
    assert store.reader.recollection(PROJECT, ASKED).summary is None


def test_an_unknown_message_is_not_found(store: Store) -> None:
    store.begin()
    with pytest.raises(NotFoundError, match="there is no message msg_x in project prj_1"):
        store.reader.recollection(PROJECT, MessageId("msg_x"))


def test_messages_stand_in_their_order(store: Store) -> None:
    store.begin()
    store.write(message("slower", suffix="_0"))
    ids = [found.id for found in store.reader.snapshot(PROJECT).messages]
    assert ids == [ASKED, ANSWER, f"{ASKED}_0", f"{ANSWER}_0"]


def _round(answer: str) -> MessageComplete:
    return MessageComplete(message=MessageId(answer), content="first round", round=0, final=False)
