import pykka
import pytest
from pykka._envelope import Envelope

from actors.runtime.inbox import Inbox
from tests.actors.runtime.stage import Play


def test_an_unbound_inbox_is_a_dead_actors() -> None:
    with pytest.raises(pykka.ActorDeadError, match="not been bound"):
        Inbox().put(Envelope("?"))


def test_messages_are_not_taken_by_pykka() -> None:
    with pytest.raises(TypeError, match="takes its messages by itself"):
        Inbox().get()


def test_is_empty_when_nothing_waits(play: Play) -> None:
    inbox = Inbox()
    assert inbox.empty()
    inbox.bind(play.system.address("a"), play.system.mailbox("a"))
    inbox.put(Envelope("a"))
    assert not inbox.empty()
