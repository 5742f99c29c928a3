import asyncio
import threading
from collections.abc import Callable, Coroutine, Sequence
from queue import Queue
from typing import Any

import pytest

from actors.runtime import Action, Actor, AsyncActor, BatchActor, ChildSpec, Envelope, StoppedError
from tests.actors.runtime.stage import PATIENCE_S, Echo, Play, came, heard


class Clerk(BatchActor):
    """Answers each message with the batch it came in; fails at an error."""

    batch_limit = 3

    def on_batch(self, envelopes: Sequence[Envelope]) -> None:
        batch = [envelope.message for envelope in envelopes]
        for envelope in envelopes:
            if isinstance(envelope.message, BaseException):
                raise envelope.message
            envelope.reply(batch)


class Weaver(AsyncActor):
    """Awaits what it is told to await."""

    concurrency = 2

    async def on_receive(self, message: Callable[[], Coroutine[Any, Any, object]]) -> object:
        return await message()


def gathered(play: Play, *messages: object) -> list[object]:
    """The answers to asks that waited before the actor began."""

    async def ask_all() -> list[object]:
        address = play.system.address("clerk")
        asks = [address.ask_async(message, timeout_s=PATIENCE_S) for message in messages]
        start = asyncio.to_thread(play.start, [ChildSpec("clerk", Clerk)])
        return await asyncio.gather(*asks, start, return_exceptions=True)

    return asyncio.run(ask_all())[:-1]


def test_a_batch_is_what_has_gathered_up_to_the_limit(play: Play) -> None:
    assert gathered(play, "a", "b", "c", "d") == [["a", "b", "c"]] * 3 + [["d"]]


def test_an_error_fails_the_asks_of_the_batch_that_had_no_answer(play: Play) -> None:
    error = ValueError("no")
    assert gathered(play, "a", error, "c", "d") == [["a", error, "c"], error, error, ["d"]]
    assert [heard(play.failures).message for _ in range(2)] == [error, "c"]
    assert play.system.statistics().mailboxes["clerk"].balance == 0


@pytest.mark.parametrize(
    ("kind", "lack"), [(BatchActor, "on_batch"), (AsyncActor, "on_receive"), (Actor, "on_receive")]
)
def test_an_actor_without_its_handler_says_so(play: Play, kind: type[Actor], lack: str) -> None:
    play.start([ChildSpec("bare", kind)])
    with pytest.raises(TypeError, match=f"give it an {lack}"):
        play.ask("bare", "?")


def test_handles_many_at_once_up_to_its_limit_and_urgent_ones_beyond_it(play: Play) -> None:
    play.start([ChildSpec("weaver", Weaver)])
    address = play.system.address("weaver")
    begun: Queue[str] = Queue()
    gates: dict[str, asyncio.Event] = {}

    def strand(name: str) -> Callable[[], Coroutine[Any, Any, object]]:
        async def weave() -> object:
            gates[name] = asyncio.Event()
            begun.put(name)
            return await gates[name].wait()

        return weave

    async def open_all() -> None:
        for gate in gates.values():
            gate.set()

    for name in ("a", "b", "c"):
        address.tell(strand(name))
    assert {heard(begun), heard(begun)} == {"a", "b"}
    address.tell(open_all, urgent=True)
    assert heard(begun) == "c"
    address.tell(open_all, urgent=True)


def test_an_error_of_one_message_leaves_the_others_in_hand(play: Play) -> None:
    play.start([ChildSpec("weaver", Weaver)])
    address = play.system.address("weaver")
    begun = threading.Event()
    gate = asyncio.Event()

    async def long() -> object:
        begun.set()
        return await gate.wait()

    async def open_gate() -> None:
        gate.set()

    async def ask_both() -> object:
        waiting = asyncio.ensure_future(address.ask_async(long, timeout_s=PATIENCE_S))
        await asyncio.to_thread(came, begun)
        for error in (ValueError(), SystemExit(), KeyboardInterrupt(), asyncio.CancelledError()):
            address.tell(_raising(error))
            failure = await asyncio.to_thread(heard, play.failures)
            assert failure.error is error
        address.tell(open_gate)
        return await waiting

    assert asyncio.run(ask_both()) is True
    assert play.decided(Action.CARRY_ON).child == "weaver"


def _raising(error: BaseException) -> Callable[[], Coroutine[Any, Any, object]]:
    async def fail() -> object:
        raise error

    return fail


def test_an_async_actor_that_says_so_dies_of_a_failure_and_comes_back(play: Play) -> None:
    class Strict(Weaver):
        dies_of_failures = True

    play.start([ChildSpec("strict", Strict)])
    with pytest.raises(ValueError, match="fatal"):
        play.ask("strict", _raising(ValueError("fatal")))
    assert play.decided(Action.RESTART).error == "ValueError: fatal"

    async def answer() -> object:
        return "back"

    assert play.ask("strict", answer) == "back"


def test_a_stop_cancels_what_is_in_hand(play: Play) -> None:
    stopped = threading.Event()
    begun = threading.Event()

    class Tidy(Weaver):
        async def on_stop(self) -> None:
            stopped.set()

    async def forever() -> None:
        begun.set()
        await asyncio.Event().wait()

    supervisor = play.start([ChildSpec("tidy", Tidy)])
    play.tell("tidy", forever)
    assert came(begun)
    supervisor.stop(PATIENCE_S)
    assert stopped.is_set()
    failure = heard(play.failures)
    assert failure.message is forever
    assert isinstance(failure.error, StoppedError)
    assert play.system.statistics().total.balance == 0


def test_an_async_start_that_fails_is_a_failure_of_the_start(play: Play) -> None:
    class Unready(AsyncActor):
        async def on_start(self) -> None:
            msg = "not yet"
            raise SystemExit(msg)

    with pytest.raises(SystemExit, match="not yet"):
        play.start([ChildSpec("unready", Unready)])


def test_what_an_async_actor_hands_to_a_thread_speaks_in_its_name(play: Play) -> None:
    play.start([ChildSpec("weaver", Weaver), ChildSpec("echo", Echo)])
    letters: Queue[object] = Queue()
    play.system.dead_letters.on_dead_letter = lambda letter: letters.put(letter.sender)
    play.system.mailbox("shut").close()

    async def delegate() -> object:
        return await asyncio.to_thread(play.tell, "shut", "hello")

    play.ask("weaver", delegate)
    assert heard(letters) == "weaver"
