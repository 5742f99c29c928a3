import inspect
from typing import Any

import pykka
import pytest
from pykka import messages
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


def test_pykka_4_5_0_says_stop_with_the_message_that_we_refuse() -> None:
    said: list[object] = []
    ref = pykka.ThreadingActor.start()
    inbox, ref.actor_inbox = ref.actor_inbox, Listening(said)
    pending = ref.stop(block=False)
    assert isinstance(pending, pykka.Future)
    ref.actor_inbox = inbox
    ref.stop()
    assert [type(message) for message in said] == [messages._ActorStop]  # noqa: SLF001 - the only way Pykka says stop


def test_pykka_4_5_0_puts_an_envelope_with_a_message_and_where_its_reply_goes() -> None:
    assert list(inspect.signature(Envelope).parameters) == ["message", "reply_to"]
    envelope = Envelope("?", reply_to=None)
    assert (envelope.message, envelope.reply_to) == ("?", None)


class Listening:
    """Stands where Pykka puts what it sends."""

    def __init__(self, said: list[object]) -> None:
        self._said = said

    def put(self, envelope: "Envelope[Any]", /) -> None:
        self._said.append(envelope.message)

    def get(self) -> "Envelope[Any]":
        raise AssertionError

    def empty(self) -> bool:
        return True
