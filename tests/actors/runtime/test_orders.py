import asyncio
import threading
from collections.abc import Callable, Coroutine
from queue import Queue
from typing import Any

import pytest

from actors.runtime import Action, AsyncActor, ChildSpec, KilledError, Reason, StoppedError
from tests.actors.runtime.stage import Echo, Play, came, diarist, heard, read


def test_what_is_stopped_by_an_order_stays_down_until_it_is_restarted_and_keeps_what_waits(play: Play) -> None:
    supervisor = play.start([ChildSpec("a", Echo), ChildSpec("b", Echo, restarts_with=("a",))])
    supervisor.stop_child("a", "to look at it")
    assert play.decided(Action.STOP).rule == "asked for: to look at it"
    play.tell("b", ValueError())
    assert play.ask("b", 1) == 1
    handled: Queue[str] = Queue()
    play.tell("a", lambda: handled.put("late"))
    supervisor.restart("a", "seen enough")
    assert heard(handled) == "late"
    assert [child.incarnation for child in play.system.statistics().children] == [2, 2]


def test_a_drained_actor_handles_what_waits_takes_nothing_more_and_comes_back_when_restarted(play: Play) -> None:
    supervisor = play.start([ChildSpec("a", Echo)])
    begun, go, handled = threading.Event(), threading.Event(), Queue[str]()

    def hold() -> None:
        begun.set()
        assert came(go)

    play.tell("a", hold)
    assert came(begun)
    play.tell("a", lambda: handled.put("in time"))
    supervisor.drain("a", "no more of this")
    play.decided(Action.DRAIN)
    play.tell("a", "late")
    go.set()
    assert heard(handled) == "in time"
    assert play.decided(Action.END).rule == "stopped by an operator"
    assert play.system.dead_letters.recent()[-1].reason is Reason.STOPPED
    supervisor.restart("a", "again")
    play.decided(Action.RESTART)
    supervisor.suspend("a", "a look behind the restart")
    play.decided(Action.SUSPEND)
    supervisor.resume("a", "go on")
    assert play.ask("a", 1) == 1


def test_a_suspended_actor_is_stepped_through_and_resumed(play: Play) -> None:
    supervisor = play.start([ChildSpec("a", Echo)])
    supervisor.suspend("a", "step by step")
    play.decided(Action.SUSPEND)
    handled: Queue[int] = Queue()
    for number in range(3):
        play.tell("a", lambda number=number: handled.put(number))
    supervisor.step("a", "the first")
    assert heard(handled) == 0
    assert play.system.statistics().queues["a"].suspended
    supervisor.resume("a", "go on")
    assert [heard(handled), heard(handled)] == [1, 2]
    assert [play.decided(action).child for action in (Action.STEP, Action.RESUME)] == ["a", "a"]


def test_what_is_discarded_is_in_the_dead_letters(play: Play) -> None:
    supervisor = play.start([ChildSpec("a", Echo)])
    supervisor.suspend("a", "full of nonsense")
    play.decided(Action.SUSPEND)
    play.tell("a", "nonsense")
    supervisor.discard("a", "nonsense")
    supervisor.resume("a", "clean")
    play.decided(Action.RESUME)
    assert play.ask("a", 1) == 1
    assert play.system.dead_letters.recent()[-1].reason is Reason.DISCARDED


def test_a_message_is_taken_back_from_the_line(play: Play) -> None:
    supervisor = play.start([ChildSpec("a", Echo)])
    supervisor.suspend("a", "hold")
    play.decided(Action.SUSPEND)
    play.tell("a", "unwanted")
    (waiting,) = play.system.statistics().queues["a"].waiting
    supervisor.cancel("a", waiting.seq, "a mistake")
    decision = play.decided(Action.CANCEL)
    assert decision.rule == f"asked for: a mistake (message {waiting.seq}: withdrawn)"
    supervisor.cancel("a", waiting.seq, "again")
    assert "not there, or not to be cancelled" in play.decided(Action.CANCEL).rule


def test_one_message_of_many_is_cancelled_in_hand(play: Play) -> None:
    class Weaver(AsyncActor):
        async def on_receive(self, message: Callable[[], Coroutine[Any, Any, object]]) -> object:
            return await message()

    supervisor = play.start([ChildSpec("w", Weaver)])
    begun = threading.Event()

    async def forever() -> None:
        begun.set()
        await asyncio.Event().wait()

    play.tell("w", forever)
    assert came(begun)
    (child,) = play.system.statistics().children
    supervisor.cancel("w", child.in_hand[0].seq, "it takes too long")
    failure = heard(play.failures)
    assert (failure.message, type(failure.error)) == (forever, KilledError)
    assert play.system.statistics().children[0].incarnation == 1


def test_a_pool_grows_and_shrinks(play: Play) -> None:
    diary: Queue[str] = Queue()
    supervisor = play.start([diarist("pool", diary, instances=2), ChildSpec("b", Echo)])
    supervisor.resize("pool", 4, "much to do")
    assert read(diary, 4) == "+pool +pool +pool +pool"
    assert [child.name for child in play.system.statistics().children if "/" in child.name] == [
        f"pool/{number}" for number in (1, 2, 3, 4)
    ]
    supervisor.resize("pool", 1, "little to do")
    assert read(diary, 3) == "-pool -pool -pool"
    assert play.decided(Action.RESIZE).rule == "asked for: much to do (2 to 4)"
    assert play.decided(Action.RESIZE).rule == "asked for: little to do (4 to 1)"
    assert play.ask("pool", 7) == 7
    with pytest.raises(ValueError, match="cannot have 0 members"):
        supervisor.resize("pool", 0, "none")


def test_a_kill_has_its_reason_in_the_error_and_in_the_record(play: Play) -> None:
    supervisor = play.start([ChildSpec("a", Echo, kill_grace_s=0.0)])
    begun, never = threading.Event(), threading.Event()

    def spin() -> None:
        begun.set()
        while not never.is_set():
            pass

    play.tell("a", spin)
    assert came(begun)
    supervisor.kill("a", "it spins")
    assert play.decided(Action.KILL).rule == "asked for: it spins"
    assert play.decided(Action.RESTART).error == "KilledError: a was killed: it spins"
    failure = heard(play.failures)
    assert failure.message is spin
    assert "in spin" in failure.traceback
    assert play.ask("a", 1) == 1


def test_an_order_for_a_stranger_says_who_is_known(play: Play) -> None:
    supervisor = play.start([ChildSpec("a", Echo)])
    with pytest.raises(ValueError, match=r"b is not a child of this supervisor; it has \['a'\]"):
        supervisor.suspend("b", "why not")


def test_what_was_asked_of_a_stopped_actor_is_refused_when_the_tree_stops(play: Play) -> None:
    supervisor = play.start([ChildSpec("a", Echo)])
    supervisor.stop_child("a", "for good")
    play.decided(Action.STOP)
    supervisor.stop(30)
    with pytest.raises(StoppedError):
        play.ask("a", 1)


def test_what_was_stopped_by_an_order_comes_back_with_the_next_start_of_the_tree(play: Play) -> None:
    supervisor = play.start([ChildSpec("a", Echo)])
    supervisor.stop_child("a", "a test")
    supervisor.stop(30)
    supervisor.start()
    assert play.ask("a", 1) == 1


def test_a_vital_one_that_does_not_stop_is_not_replaced_by_a_restart_either(play: Play) -> None:
    hung: Queue[str] = Queue()
    begun, go = threading.Event(), threading.Event()

    def hang() -> None:
        begun.set()
        assert came(go)

    supervisor = play.start([ChildSpec("a", Echo, stop_timeout_s=0.01, vital=True)], on_hang=hung.put)
    play.tell("a", hang)
    assert came(begun)
    supervisor.restart("a", "a test")
    assert heard(hung) == "a"
    assert play.decided(Action.HANG).error == "HungError: a did not stop, and it must not be abandoned"
    assert play.system.statistics().children[0].incarnation == 1
    go.set()
    assert play.ask("a", 1) == 1
