from collections.abc import Iterator
from queue import Queue

import pytest

from actors.runtime import ActorSystem, Timers
from tests.actors.runtime.stage import Clock, heard


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timers(clock: Clock) -> Iterator[Timers]:
    made = Timers(clock)
    yield made
    made.stop()


def test_calls_in_order_of_time_when_the_time_has_come(clock: Clock, timers: Timers) -> None:
    called: Queue[str] = Queue()
    timers.call_after(2, lambda: called.put("second"))
    timers.call_after(1, lambda: called.put("first"))
    timers.call_after(9, lambda: called.put("too early"))
    clock.now_s += 2
    timers.look_again()
    assert [heard(called), heard(called)] == ["first", "second"]
    assert called.empty()


def test_a_cancelled_timer_does_nothing(clock: Clock, timers: Timers) -> None:
    called: Queue[str] = Queue()
    timers.call_after(1, lambda: called.put("cancelled")).cancel()
    timers.call_after(1, lambda: called.put("kept"))
    clock.now_s += 1
    timers.look_again()
    assert heard(called) == "kept"


def test_an_error_stops_no_other(timers: Timers) -> None:
    called: Queue[str] = Queue()

    def fail() -> None:
        raise ValueError

    timers.call_after(0, fail)
    timers.call_after(0, lambda: called.put("next"))
    assert heard(called) == "next"


def test_tells_a_message_later() -> None:
    system = ActorSystem()
    box = system.mailbox("later")
    waiting: Queue[str] = Queue()
    system.timers.tell_after(0, system.address("later"), "tick")
    system.timers.call_after(0, lambda: waiting.put("told"))
    assert heard(waiting) == "told"
    assert box.ledger().waiting == 1
    system.stop()


def test_nothing_happens_after_it_was_stopped(timers: Timers) -> None:
    called: Queue[str] = Queue()
    timers.stop()
    timers.call_after(0, lambda: called.put("late"))
    assert called.empty()
