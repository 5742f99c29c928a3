from collections.abc import Callable
from queue import Queue

import pytest

from actors.runtime import Actor, ChildSpec, Envelope
from actors.runtime.hand import Hand
from actors.runtime.interception import Interception
from tests.actors.runtime.stage import Batched, Echo, Hosted, Play


class Saboteur:
    """Notes what passes; takes over what it is told to, and fails what it is told to."""

    def __init__(self) -> None:
        self.passed: Queue[str] = Queue()
        self.keeps: object = None
        self.fails: object = None

    def sent(self, address: str, envelope: Envelope, put: Callable[[Envelope], None]) -> bool:
        del put
        self.passed.put(f"sent to {address}")
        return envelope.message == self.keeps

    def taken(self, hand: Hand, envelope: Envelope) -> None:
        self.passed.put(f"taken by {hand.child}")
        if envelope.message == self.fails:
            raise ValueError("on purpose")

    async def taken_async(self, hand: Hand, envelope: Envelope) -> None:
        self.taken(hand, envelope)


@pytest.mark.parametrize("kind", [Echo, Batched, Hosted])
def test_whoever_stands_there_sees_every_message_twice_and_may_fail_it(play: Play, kind: type[Actor]) -> None:
    saboteur = Saboteur()
    play.start([ChildSpec("a", kind)])
    play.system.interception.by = saboteur
    play.ask("a", 1)
    assert [saboteur.passed.get_nowait() for _ in range(2)] == ["sent to a", "taken by a"]
    saboteur.fails = 2
    with pytest.raises(ValueError, match="on purpose"):
        play.ask("a", 2)
    play.system.interception.by = None
    assert saboteur.passed.qsize() == 2
    play.ask("a", 3)
    assert saboteur.passed.qsize() == 2


def test_what_is_taken_over_is_not_queued(play: Play) -> None:
    saboteur = Saboteur()
    play.start([ChildSpec("a", Echo)])
    assert play.system.interception == Interception(by=None)
    saboteur.keeps = "mine"
    play.system.interception.by = saboteur
    play.tell("a", "mine")
    assert play.ask("a", "other") == "other"
    assert play.system.statistics().mailboxes["a"].sent == 1
