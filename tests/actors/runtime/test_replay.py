"""What nobody handled can be sent again."""

from dataclasses import dataclass
from queue import Queue

import pytest

from actors.runtime import Actor, ChildSpec, Reason
from tests.actors.runtime.stage import Play, heard


@dataclass(frozen=True)
class Note:
    text: str
    attempt: int = 1


def with_a_dead_note(play: Play) -> tuple["Queue[Note]", int]:
    """A note that came while its reader was drained, and the reader back again."""
    read: Queue[Note] = Queue()

    class Reader(Actor):
        def on_receive(self, message: Note) -> None:
            read.put(message)

    play.system.mailbox("reader").close()
    play.tell("reader", Note("hello"))
    play.start([ChildSpec("reader", Reader)])
    (letter,) = play.system.dead_letters.recent()
    return read, letter.number


def test_a_dead_letter_is_sent_again_to_its_address_and_is_one_no_more(play: Play) -> None:
    read, number = with_a_dead_note(play)
    play.system.replay(number)
    assert heard(read) == Note("hello")
    assert play.system.dead_letters.recent() == ()
    with pytest.raises(KeyError, match="is not kept here"):
        play.system.replay(number)


def test_a_dead_letter_is_sent_again_edited(play: Play) -> None:
    read, number = with_a_dead_note(play)
    with pytest.raises(ValueError, match="wrong is not a field"):
        play.system.replay(number, {"wrong": 1})
    play.system.replay(number, {"text": "hello again"})
    assert heard(read) == Note("hello again")


def test_each_replay_counts_as_one_more_attempt(play: Play) -> None:
    play.system.mailbox("shut").close()
    play.tell("shut", Note("hello"))
    for _ in range(2):
        play.system.replay(play.system.dead_letters.recent()[-1].number)
    (letter,) = play.system.dead_letters.recent()
    assert (letter.reason, letter.attempt, letter.replays, letter.label) == (Reason.STOPPED, 3, 2, "Note")
    assert letter.redacted == {"text": "hello", "attempt": 1}
