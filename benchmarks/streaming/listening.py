"""Who listens: reads event streams as bytes, finds the tokens in them, and notes how late each is."""

import asyncio
import re
import time
from dataclasses import dataclass, field

import aiohttp

_TOKEN = re.compile(rb"(\d{9,}) ")
_MICRO = 1e-6


@dataclass
class Ears:
    """`late_ms` has one figure for each token that came between `begin` and `end`, on the clock of `time.monotonic`."""

    begin_s: float = float("inf")
    end_s: float = float("inf")
    late_ms: list[float] = field(default_factory=list)
    heard: int = 0
    speaking: set[int] = field(default_factory=set)
    all_speak: asyncio.Event = field(default_factory=asyncio.Event)
    expected: int = 0
    """`all_speak` is set when so many streams have brought a token."""
    _rest: dict[int, bytes] = field(default_factory=dict)

    def take(self, stream: int, data: bytes) -> None:
        """Take some bytes of a stream."""
        now_s = time.monotonic()
        data = self._rest.pop(stream, b"") + data
        last = 0
        for found in _TOKEN.finditer(data):
            last = found.end()
            self.heard += 1
            self._note(stream)
            sent_s = int(found[1]) * _MICRO
            if self.begin_s <= sent_s < self.end_s:
                self.late_ms.append((now_s - sent_s) * 1000)
        self._rest[stream] = data[last:][-40:]

    def _note(self, stream: int) -> None:
        if stream not in self.speaking:
            self.speaking.add(stream)
            if len(self.speaking) >= self.expected:
                self.all_speak.set()

    async def listen(self, session: aiohttp.ClientSession, stream: int, url: str) -> None:
        """Take all that comes from there."""
        async with session.get(url) as response:
            async for data in response.content.iter_any():
                self.take(stream, data)

    async def measure(self, warm_s: float, seconds: float) -> None:
        """Listen for so long, after a while."""
        await asyncio.sleep(warm_s)
        self.begin_s = time.monotonic()
        await asyncio.sleep(seconds)
        self.end_s = time.monotonic()
