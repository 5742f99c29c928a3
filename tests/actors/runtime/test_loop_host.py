"""How one message of many ends before its time: its asker gives up, its deadline comes, its actor is killed."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from queue import Queue
from typing import Any

import pytest

from actors.runtime import Action, AskTimeoutError, AsyncActor, ChildSpec, ExpiredError, KilledError
from tests.actors.runtime.stage import Play, came, heard


class Weaver(AsyncActor):
    async def on_receive(self, message: Callable[[], Coroutine[Any, Any, object]]) -> object:
        return await message()


def weaving(begun: threading.Event, cancelled: "Queue[str]") -> Callable[[], Coroutine[Any, Any, object]]:
    async def weave() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.put("cancelled")
            raise

    return weave


async def answer() -> str:
    return "alive"


def test_what_is_asked_is_cancelled_when_its_asker_gives_up(play: Play) -> None:
    play.start([ChildSpec("w", Weaver)])
    begun, cancelled = threading.Event(), Queue[str]()
    with pytest.raises(AskTimeoutError):
        play.system.address("w").ask(weaving(begun, cancelled), timeout_s=0.2)
    assert heard(cancelled) == "cancelled"
    assert isinstance(heard(play.failures).error, ExpiredError)
    assert play.ask("w", answer) == "alive"


def test_what_is_asked_on_an_event_loop_is_cancelled_with_the_task_that_asks(play: Play) -> None:
    play.start([ChildSpec("w", Weaver)])
    begun, cancelled = threading.Event(), Queue[str]()

    async def ask_and_leave() -> None:
        asking = asyncio.ensure_future(play.system.address("w").ask_async(weaving(begun, cancelled), timeout_s=30))
        await asyncio.to_thread(came, begun)
        asking.cancel()

    asyncio.run(ask_and_leave())
    assert heard(cancelled) == "cancelled"


def test_what_is_in_hand_at_its_deadline_is_cancelled(timed: Play) -> None:
    timed.start([ChildSpec("w", Weaver)])
    begun, cancelled = threading.Event(), Queue[str]()
    timed.system.address("w").tell(weaving(begun, cancelled), within_s=5.0)
    assert came(begun)
    timed.advance(5.0)
    assert heard(cancelled) == "cancelled"
    assert "was not done while it was wanted" in str(heard(timed.failures).error)


def test_a_handler_that_blocks_the_loop_is_thrown_out_by_a_kill(play: Play) -> None:
    supervisor = play.start([ChildSpec("w", Weaver, kill_grace_s=0.0)])
    begun, never = threading.Event(), threading.Event()

    async def spin() -> None:
        begun.set()
        while not never.is_set():
            pass

    play.tell("w", spin)
    assert came(begun)
    supervisor.kill("w", "it blocks the loop")
    failure = heard(play.failures)
    assert (failure.message, type(failure.error)) == (spin, KilledError)
    assert play.decided(Action.RESTART).child == "w"
    assert play.ask("w", answer) == "alive"
