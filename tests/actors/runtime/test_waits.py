import threading
from collections.abc import Callable, Coroutine
from queue import Queue
from typing import Any

import pytest

from actors.runtime import AskCycleError, AskTimeoutError, AsyncActor, ChildSpec
from tests.actors.runtime.stage import PATIENCE_S, Echo, Play, came, heard


class Weaver(AsyncActor):
    async def on_receive(self, message: Callable[[], Coroutine[Any, Any, object]]) -> object:
        return await message()


def asking(play: Play, *names: str) -> Callable[[], object]:
    """What asks the first to ask the next, and so on."""
    first, *rest = names
    return lambda: play.ask(first, asking(play, *rest) if rest else "end")


def test_a_cycle_is_refused_at_once_with_its_path(play: Play) -> None:
    play.start([ChildSpec(name, Echo) for name in ("a", "b", "c")])
    with pytest.raises(AskCycleError, match=r"^c -> a -> b -> c: the answer would wait for the asker"):
        play.ask("a", asking(play, "b", "c", "a"))
    assert play.system.waits.now() == ()


def test_an_actor_that_asks_itself_is_refused(play: Play) -> None:
    play.start([ChildSpec("a", Echo)])
    with pytest.raises(AskCycleError, match=r"^a -> a:"):
        play.ask("a", asking(play, "a"))


def test_two_that_ask_each_other_at_the_same_time_do_not_hang(play: Play) -> None:
    play.start([ChildSpec("a", Echo), ChildSpec("b", Echo)])
    held, go, errors = threading.Semaphore(0), threading.Event(), Queue[BaseException | None]()

    def ask(other: str) -> None:
        held.release()
        assert came(go)
        try:
            play.ask(other, "?")
            errors.put(None)
        except AskCycleError as error:
            errors.put(error)

    play.tell("a", lambda: ask("b"))
    play.tell("b", lambda: ask("a"))
    assert held.acquire(timeout=PATIENCE_S)
    assert held.acquire(timeout=PATIENCE_S)
    go.set()
    assert sorted(type(heard(errors)).__name__ for _ in range(2)) == ["AskCycleError", "NoneType"]


def test_a_pool_with_a_free_member_is_no_cycle(play: Play) -> None:
    play.start([ChildSpec("pool", Echo, instances=2), ChildSpec("b", Echo)])
    assert play.ask("pool", asking(play, "b", "pool")) == "end"


def test_a_chain_without_a_cycle_is_answered(play: Play) -> None:
    play.start([ChildSpec(name, Echo) for name in ("a", "b", "c")])
    assert play.ask("a", asking(play, "b", "c")) == "end"


def test_a_cycle_through_an_async_actor_is_one_only_for_the_message_that_waits(play: Play) -> None:
    play.start([ChildSpec("a", Echo), ChildSpec("w", Weaver)])

    async def ask_back() -> object:
        return await play.system.address("a").ask_async("?", timeout_s=PATIENCE_S)

    async def answer() -> object:
        return "free"

    with pytest.raises(AskCycleError, match=r"^w -> a -> w:"):
        play.ask("a", lambda: play.ask("w", ask_back))
    assert play.ask("a", lambda: play.ask("w", answer)) == "free"
    assert play.ask("w", ask_back) == "?"


def test_who_waits_for_whom_can_be_read_meanwhile(play: Play) -> None:
    play.start([ChildSpec("a", Echo), ChildSpec("b", Echo)])
    begun, go = threading.Event(), threading.Event()

    def hold() -> None:
        begun.set()
        assert came(go)

    play.tell("a", lambda: play.ask("b", hold))
    assert came(begun)
    (wait,) = play.system.waits.now()
    assert (wait.child, wait.target, wait.label) == ("a", "b", "function")
    go.set()


def test_an_ask_that_times_out_waits_no_more(play: Play) -> None:
    play.start([ChildSpec("a", Echo)])
    with pytest.raises(AskTimeoutError):
        play.ask("a", lambda: play.system.address("nobody").ask("?", timeout_s=0.001))
    assert play.system.waits.now() == ()
