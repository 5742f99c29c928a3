"""How many calls a server gets at once, and none of a model while it has asked us to wait."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from actors.llm import failures

LONGEST_WAIT_S = 5.0
"""So long a call waits in line for a pause to end; where it is longer, the job waits, and that is told."""


@dataclass
class Gate:
    """`clock` gives the seconds of the running loop."""

    provider: str
    clock: Callable[[], float]
    calls_at_once: int
    line_s: float = 900.0

    def __post_init__(self) -> None:
        self._slots = asyncio.Semaphore(self.calls_at_once)
        self._paused_until: dict[str, float] = {}
        self.waiting = 0
        self.in_use = 0

    def pause(self, model: str, for_s: float) -> None:
        """The server asks for no calls of this model for so long: limits are of a model."""
        self._paused_until[model] = max(self._paused_until.get(model, 0.0), self.clock() + for_s)

    @asynccontextmanager
    async def passed(self, model: str) -> AsyncIterator[None]:
        """One call, in its turn. Raises ModelFailureError where the wait would be long."""
        await self._take_slot()
        self.in_use += 1
        try:
            while (left_s := self._paused_until.get(model, 0.0) - self.clock()) > 0:
                if left_s > LONGEST_WAIT_S:
                    raise failures.limited(self.provider, left_s)
                await asyncio.sleep(left_s)
            yield
        finally:
            self.in_use -= 1
            self._slots.release()

    async def _take_slot(self) -> None:
        self.waiting += 1
        try:
            async with asyncio.timeout(self.line_s):
                await self._slots.acquire()
        except TimeoutError:
            raise failures.crowded(self.provider) from None
        finally:
            self.waiting -= 1
