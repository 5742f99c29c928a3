"""Waiting for the loop, and for what it leads to."""

import asyncio
from collections.abc import Callable

PATIENCE_S = 10.0


async def tick() -> None:
    """Let the loop run what is due now."""
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_soon(done.set_result, None)
    await done


async def until(condition: Callable[[], bool]) -> None:
    """Wait until it holds; TimeoutError if it never does."""
    async with asyncio.timeout(PATIENCE_S):
        while not condition():
            await tick()
