"""Readers that misbehave as people's tabs do: that come and go, that are slow, that stop reading for a while."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field

import aiohttp

from drills.told import Told

SLOW_S = 0.02
STALL_S = 1.5
_LONGEST_STAY = 400


@dataclass
class Tab:
    """Follows `url` behind `last`, through whatever happens; what it was told is kept."""

    name: str
    url: str
    last: str
    manner: str
    chances: random.Random
    token: str
    told: list[Told] = field(default_factory=list)
    is_calm: bool = False
    grew: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Read until it is stopped."""
        headers = {"Authorization": f"Bearer {self.token}"}
        async with aiohttp.ClientSession(headers=headers) as session:
            while True:
                with suppress(aiohttp.ClientError, OSError, TimeoutError):
                    await self._sit(session)
                await asyncio.sleep(self.chances.uniform(0.02, 0.2))

    async def until(self, count: int) -> None:
        """Wait until so much was told to it, half a minute at most."""
        async with asyncio.timeout(30.0):
            while len(self.told) < count:
                await self.grew.wait()
                self.grew.clear()

    async def _sit(self, session: aiohttp.ClientSession) -> None:
        timeout = aiohttp.ClientTimeout(total=None, sock_read=20.0)
        stay = self.chances.randrange(_LONGEST_STAY) if self.manner == "fleeting" else None
        async with session.get(self.url, headers={"Last-Event-ID": self.last}, timeout=timeout) as response:
            async for told in _blocks(response):
                self._take(told)
                await self._dawdle()
                if stay is not None and not self.is_calm:
                    stay -= 1
                    if stay < 0:
                        return

    def _take(self, told: Told) -> None:
        self.last = told.id or self.last
        if told.type:
            self.told.append(told if told.id else Told(self.last, told.type, told.data))
            self.grew.set()

    async def _dawdle(self) -> None:
        if self.is_calm:
            return
        if self.manner == "slow":
            await asyncio.sleep(SLOW_S)
        elif self.manner == "stalling" and self.chances.random() < 0.005:  # noqa: PLR2004
            await asyncio.sleep(STALL_S)


async def _blocks(response: aiohttp.ClientResponse) -> AsyncIterator[Told]:
    held = b""
    async for chunk in response.content.iter_any():
        *whole, held = (held + chunk).split(b"\n\n")
        for block in whole:
            fields = dict(line.partition(": ")[::2] for line in block.decode().split("\n"))
            yield Told(fields.get("id", ""), fields.get("event", ""), fields.get("data", ""))
