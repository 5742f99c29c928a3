import signal
import sys
from collections.abc import Iterator

import pytest

from actors.gates.child import Child
from actors.gates.errors import GateInterruptedError
from actors.gates.hand import Hand
from actors.gates.pump import Ending

WAITING = (sys.executable, "-I", "-S", "-c", "input()")


@pytest.fixture
def child() -> Iterator[Child]:
    waiting = Child(WAITING, most_bytes=1000, cell=None)
    yield waiting
    waiting.end()


def test_interrupting_kills_the_child_in_hand(child: Child) -> None:
    hand = Hand()

    def hear() -> Ending:
        with hand.work(), hand.holding(child):
            hand.interrupt()
            return child.hear_line(b"", within_s=30).ending

    with pytest.raises(GateInterruptedError):
        hear()
    assert child.end() == -signal.SIGKILL


def test_a_child_taken_in_hand_after_the_interrupt_is_killed_at_once(child: Child) -> None:
    hand = Hand()
    heard: list[Ending] = []

    def hear() -> None:
        with hand.work():
            hand.interrupt()
            with hand.holding(child):
                heard.append(child.hear_line(b"", within_s=30).ending)

    with pytest.raises(GateInterruptedError):
        hear()
    assert heard == [Ending.CLOSED]


def test_interrupting_idle_hands_does_not_touch_the_next_work(child: Child) -> None:
    hand = Hand()
    hand.interrupt()
    with hand.work(), hand.holding(child):
        assert child.hear_line(b"", within_s=0.05).ending is Ending.LATE


def test_a_child_does_not_outlive_the_hold_on_it(child: Child) -> None:
    with Hand().holding(child):
        pass
    assert child.end() == -signal.SIGKILL


def test_a_child_that_was_lent_goes_on(child: Child) -> None:
    with Hand().lending(child):
        pass
    assert child.lives


def test_interrupting_kills_every_child_in_hand(child: Child) -> None:
    hand, other = Hand(), Child(WAITING, most_bytes=1000, cell=None)
    with pytest.raises(GateInterruptedError), hand.work(), hand.lending(child), hand.lending(other):
        hand.interrupt()
    assert [child.end(), other.end()] == [-signal.SIGKILL, -signal.SIGKILL]
