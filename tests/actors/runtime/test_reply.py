import asyncio
from queue import Queue

import pytest

from actors.runtime.errors import AskTimeoutError
from actors.runtime.reply import Reply


def test_the_first_outcome_wins() -> None:
    reply: Reply[int] = Reply()
    reply.set(1)
    reply.set(2)
    reply.fail(ValueError())
    assert reply.get(timeout=0) == 1


def test_raises_the_error_it_was_given() -> None:
    reply: Reply[int] = Reply()
    reply.fail(ValueError("no"))
    with pytest.raises(ValueError, match="no"):
        reply.get(timeout=0)


def test_takes_the_error_being_handled_as_pykka_does() -> None:
    reply: Reply[int] = Reply()
    try:
        raise KeyError("k")  # noqa: TRY301 - the error being handled is what is tested
    except KeyError:
        reply.set_exception()
    with pytest.raises(KeyError):
        reply.get(timeout=0)


def test_says_so_when_it_fails_without_a_reason() -> None:
    reply: Reply[int] = Reply()
    reply.set_exception((None, None, None))
    with pytest.raises(RuntimeError, match="without saying why"):
        reply.get(timeout=0)


def test_gives_up_after_the_timeout() -> None:
    with pytest.raises(AskTimeoutError, match="no reply within"):
        Reply().get(timeout=0.001)


def test_calls_back_once_whether_early_or_late() -> None:
    reply: Reply[int] = Reply()
    called: Queue[str] = Queue()
    reply.when_done(lambda: called.put("early"))
    reply.set(1)
    reply.set(2)
    reply.when_done(lambda: called.put("late"))
    assert [called.get(timeout=0), called.get(timeout=0), called.empty()] == ["early", "late", True]


def test_an_await_lets_the_event_loop_go_on() -> None:
    async def wait() -> int:
        reply: Reply[int] = Reply()
        asyncio.get_running_loop().call_soon(reply.set, 7)  # runs only if the loop is free
        return await reply

    assert asyncio.run(asyncio.wait_for(wait(), 5)) == 7


def test_an_outcome_after_its_loop_has_closed_does_no_harm() -> None:
    reply: Reply[int] = Reply()

    async def wait() -> None:
        await asyncio.wait_for(reply, 0.001)

    with pytest.raises(TimeoutError):
        asyncio.run(wait())
    reply.set(1)
    assert reply.done


def test_can_be_mapped_as_any_pykka_future() -> None:
    reply: Reply[int] = Reply()
    reply.set(2)
    assert reply.map(lambda value: value * 3).get(timeout=1) == 6


def test_pykka_4_5_0_keeps_the_hook_of_a_future_where_we_look_for_it() -> None:
    reply: Reply[int] = Reply()
    assert vars(reply)["_get_hook"] is None
    reply.set_get_hook(lambda _: 7)
    assert vars(reply)["_get_hook"] is not None
    assert reply.get(timeout=0) == 7
