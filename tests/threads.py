"""Waiting for a thread of the product by its name: for what runs beside and tells nobody when it has ended."""

import asyncio
import threading

PATIENCE_S = 60.0


async def ended(name: str) -> None:
    """Back when no thread of that name runs."""
    for thread in threading.enumerate():
        if thread.name == name:
            await asyncio.to_thread(thread.join, PATIENCE_S)
            assert not thread.is_alive(), name
