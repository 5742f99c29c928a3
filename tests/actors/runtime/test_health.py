import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any

from actors.runtime import Action, AsyncActor, ChildSpec
from actors.runtime.health import LOOK_EVERY_S
from tests.actors.runtime.stage import Echo, Play, came, heard


def test_an_endless_loop_is_ended_when_its_message_is_over_the_limit(timed: Play) -> None:
    begun, never = threading.Event(), threading.Event()

    def spin() -> None:
        begun.set()
        while not never.is_set():
            pass

    timed.start([ChildSpec("a", Echo, message_limit_s=5.0, kill_grace_s=0.0)])
    timed.tell("a", spin)
    assert came(begun)
    timed.advance(5.5)
    assert timed.decided(Action.KILL).rule == "function has been in hand for 5.5 s, the limit is 5 s"
    assert heard(timed.failures).message is spin
    assert timed.ask("a", 1) == 1


def test_one_stuck_in_c_code_is_abandoned_and_replaced(timed: Play) -> None:
    begun, go = threading.Event(), threading.Event()

    def hang() -> None:
        begun.set()
        assert came(go)

    timed.start([ChildSpec("a", Echo, message_limit_s=5.0, kill_grace_s=0.0, stop_timeout_s=2.0)])
    timed.tell("a", hang)
    assert came(begun)
    timed.advance(5.5)
    timed.decided(Action.INTERRUPT)
    timed.advance(2.0)
    assert timed.decided(Action.ABANDON).error == "StoppedError: a was still running after 2 s and was abandoned"
    assert timed.ask("a", 1) == 1
    go.set()


def test_one_message_of_many_is_cancelled_and_its_actor_lives_on(timed: Play) -> None:
    class Weaver(AsyncActor):
        async def on_receive(self, message: Callable[[], Coroutine[Any, Any, object]]) -> object:
            return await message()

    begun = threading.Event()

    async def forever() -> None:
        begun.set()
        await asyncio.Event().wait()

    timed.start([ChildSpec("w", Weaver, message_limit_s=5.0)])
    timed.tell("w", forever)
    assert came(begun)
    timed.advance(5.5)
    assert timed.decided(Action.CANCEL).child == "w"
    assert heard(timed.failures).message is forever
    assert timed.system.statistics().children[0].incarnation == 1


def test_who_is_within_the_limit_is_left_alone_and_looked_at_again(timed: Play) -> None:
    begun, go = threading.Event(), threading.Event()

    def hold() -> str:
        begun.set()
        assert came(go)
        return "done"

    timed.start([ChildSpec("a", Echo, message_limit_s=5.0)])
    looked = threading.Event()
    timed.tell("a", hold)
    assert came(begun)
    timed.advance(LOOK_EVERY_S)
    timed.supervisors[0]._desk.post(looked.set)  # noqa: SLF001 - behind the look
    assert came(looked)
    go.set()
    assert timed.ask("a", 1) == 1
    assert timed.system.statistics().children[0].incarnation == 1


def test_a_vital_one_is_never_abandoned_but_told_of(timed: Play) -> None:
    hung: list[str] = []
    begun, go, told = threading.Event(), threading.Event(), threading.Event()

    def hang() -> None:
        begun.set()
        assert came(go)

    def hear(name: str) -> None:
        hung.append(name)
        told.set()

    spec = ChildSpec("a", Echo, message_limit_s=5.0, kill_grace_s=0.0, stop_timeout_s=2.0, vital=True)
    timed.start([spec], on_hang=hear)
    timed.tell("a", hang)
    assert came(begun)
    timed.advance(5.5)
    timed.decided(Action.INTERRUPT)
    timed.advance(2.0)
    assert came(told)
    assert hung == ["a"]
    go.set()
