import threading
from collections.abc import Iterator
from contextvars import copy_context
from queue import Queue

import pytest

from actors.runtime import ActorSystem, ChildSpec, Timers
from actors.runtime.hand import Hand, speak_as
from tests.actors.runtime.stage import Clock, Echo, Play, heard


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


def test_what_an_actor_set_for_itself_is_dropped_when_it_has_ended_meanwhile(timed: Play) -> None:
    timed.start([ChildSpec("a", Echo), ChildSpec("b", Echo)])
    ticks: Queue[str] = Queue()
    later, address = timed.system.timers.tell_after, timed.system.address
    timed.ask("a", lambda: later(5.0, address("a"), lambda: ticks.put("to itself")))
    timed.ask("a", lambda: later(5.0, address("b"), lambda: ticks.put("to another")))
    timed.tell("a", ValueError())
    assert timed.ask("a", 1) == 1
    timed.ask("a", lambda: later(6.0, address("a"), lambda: ticks.put("of the next life")))
    timed.advance(6.0)
    assert {heard(ticks), heard(ticks)} == {"to another", "of the next life"}
    assert ticks.empty()
    assert timed.system.statistics().stale_ticks == 1


def test_what_an_abandoned_actor_had_set_is_refused() -> None:
    clock, system = Clock(), ActorSystem()
    timers, hand = Timers(clock), Hand("a", 1, "a")
    done = threading.Event()

    def set_it() -> None:
        speak_as(hand)
        timers.tell_after(1.0, system.address("b"), "from the grave")

    copy_context().run(set_it)
    system.mailbox("a").fence(hand)
    timers.call_after(1.0, done.set)
    clock.now_s += 1.0
    timers.look_again()
    assert done.wait(30)
    assert system.statistics().mailboxes["b"].refused == 1
    timers.stop()
