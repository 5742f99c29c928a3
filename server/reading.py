"""Reading the store beside the event loop: readers block, so they run in the loop's threads."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Found = TypeVar("Found")


async def reading(method: Callable[Given, Found], *args: Given.args, **named: Given.kwargs) -> Found:
    """What a reader's method gives; its errors come through."""
    return await asyncio.to_thread(method, *args, **named)
