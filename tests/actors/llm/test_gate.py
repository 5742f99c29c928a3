import asyncio

import pytest

from actors.llm.failures import ModelFailureError
from actors.llm.gate import Gate


async def the_most_at_once(gate: Gate, calls: int) -> int:
    inside = most = 0

    async def call() -> None:
        nonlocal inside, most
        async with gate.passed("m"):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    await asyncio.gather(*(call() for _ in range(calls)))
    return most


def test_a_server_gets_so_many_calls_at_once_and_no_more() -> None:
    assert asyncio.run(the_most_at_once(Gate("Acme", lambda: 0.0, 3), 10)) == 3


async def passed(gate: Gate) -> None:
    async with gate.passed("m"):
        pass


def test_a_long_pause_is_told_instead_of_waited_for() -> None:
    gate = Gate("Acme", lambda: 100.0, 3)
    gate.pause("m", 60.0)
    gate.pause("m", 1.0)
    with pytest.raises(ModelFailureError) as failure:
        asyncio.run(passed(gate))
    assert (failure.value.code, failure.value.context.retry_after_s) == ("model.rate-limited", 60.0)


def test_another_model_need_not_wait() -> None:
    gate = Gate("Acme", lambda: 100.0, 3)
    gate.pause("other", 60.0)
    asyncio.run(passed(gate))


async def after_a_pause() -> bool:
    loop = asyncio.get_running_loop()
    gate = Gate("Acme", loop.time, 3)
    gate.pause("m", 0.01)
    until = loop.time() + 0.01
    await passed(gate)
    return loop.time() >= until


def test_a_short_pause_is_waited_for_in_line() -> None:
    assert asyncio.run(after_a_pause())


async def in_line(gate: Gate) -> None:
    async with gate.passed("m"):
        await passed(gate)


def test_who_does_not_come_to_their_turn_is_told() -> None:
    with pytest.raises(ModelFailureError) as failure:
        asyncio.run(in_line(Gate("Acme", lambda: 0.0, 1, line_s=0.01)))
    assert (failure.value.code, failure.value.is_passing) == ("model.crowded", True)
