import asyncio
import threading

import pytest

from actors.runtime import (
    ActorSystem,
    AskTimeoutError,
    ChildSpec,
    MailboxFullError,
    Overflow,
    Reason,
    StoppedError,
)
from actors.runtime.bounds import Bounds
from actors.runtime.hand import Hand
from tests.actors.runtime.stage import PATIENCE_S, Echo, Play


def test_is_one_per_name_and_shows_as_its_name() -> None:
    system = ActorSystem()
    assert system.address("a") is system.address("a")
    assert repr(system.address("a")) == "a"
    assert len({system.address("a"), system.address("b")}) == 2


def test_takes_messages_before_its_actor_is_there(play: Play) -> None:
    seen = threading.Event()
    play.tell("echo", seen.set)
    play.start([ChildSpec("echo", Echo)])
    assert seen.wait(PATIENCE_S)


def test_an_ask_gives_up_after_its_timeout(play: Play) -> None:
    with pytest.raises(AskTimeoutError):
        play.system.address("nobody").ask("?", timeout_s=0.001)


def test_an_ask_of_a_stopped_actor_fails_at_once(play: Play) -> None:
    supervisor = play.start([ChildSpec("echo", Echo)])
    supervisor.stop(PATIENCE_S)
    with pytest.raises(StoppedError, match="echo is stopped and handles no str"):
        play.ask("echo", "?")


def test_a_tell_to_a_stopped_actor_becomes_a_dead_letter(play: Play) -> None:
    play.start([ChildSpec("echo", Echo)]).stop(PATIENCE_S)
    play.system.address("echo").tell("late", sender="me")
    letter = play.system.dead_letters.recent()[-1]
    assert (letter.reason, letter.address, letter.message, letter.sender) == (Reason.STOPPED, "echo", "late", "me")


def test_an_ask_that_waits_at_the_stop_fails(play: Play) -> None:
    supervisor = play.start([ChildSpec("echo", Echo, stop_timeout_s=0.01)])
    address = play.system.address("echo")
    busy, go = threading.Event(), threading.Event()

    def hold() -> None:
        busy.set()
        assert go.wait(PATIENCE_S)

    async def ask_and_stop() -> None:
        stop = asyncio.to_thread(supervisor.stop, PATIENCE_S)
        await asyncio.gather(address.ask_async("?", timeout_s=PATIENCE_S), stop)

    address.tell(hold)
    assert busy.wait(PATIENCE_S)
    with pytest.raises(StoppedError):
        asyncio.run(ask_and_stop())
    go.set()


def test_awaiting_an_answer_leaves_the_event_loop_free(play: Play) -> None:
    play.start([ChildSpec("echo", Echo)])
    go = threading.Event()

    async def ask() -> object:
        asyncio.get_running_loop().call_soon(go.set)  # runs only while the ask does not block the loop
        return await play.system.address("echo").ask_async(lambda: go.wait(PATIENCE_S), timeout_s=PATIENCE_S)

    assert asyncio.run(ask()) is True


def test_awaiting_an_answer_has_a_timeout_of_its_own(play: Play) -> None:
    async def ask() -> None:
        await play.system.address("nobody").ask_async("?", timeout_s=0.001)

    with pytest.raises(AskTimeoutError, match="no reply from nobody within"):
        asyncio.run(ask())


def test_an_actors_own_timeout_error_stays_what_it_is(play: Play) -> None:
    play.start([ChildSpec("echo", Echo)])

    async def ask() -> None:
        await play.system.address("echo").ask_async(TimeoutError("its own"), timeout_s=PATIENCE_S)

    with pytest.raises(TimeoutError, match="its own"):
        asyncio.run(ask())


def test_an_ask_of_a_full_actor_says_so(play: Play) -> None:
    play.system.mailbox("full").open(Bounds(1, Overflow.REJECT))
    play.tell("full", 1)
    with pytest.raises(MailboxFullError):
        play.ask("full", 2)


def test_an_actor_sends_in_its_own_name(play: Play) -> None:
    play.start([ChildSpec("echo", Echo)])
    play.ask("echo", lambda: play.tell("reader", "hello"))
    (envelope,) = play.system.mailbox("reader").take(Hand("reader", 1, "reader"))
    assert (envelope.sender, envelope.incarnation, envelope.message) == ("echo", 1, "hello")
