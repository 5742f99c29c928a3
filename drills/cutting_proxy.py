"""A proxy that cuts: inside of a frame, after a while, without a word; and that may be slow or swallow everything."""

import asyncio
import random
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

_SHORTEST, _LONGEST = 200, 300_000
_PIECE = 4096


@dataclass(frozen=True)
class Fate:
    """What becomes of a connection: how many bytes come through, how fast, and whether the end is told."""

    bytes_through: int
    pause_s: float
    is_told: bool


class CuttingProxy:
    """`async with CuttingProxy(seed)` listens; while `is_calm` it lets everything through. `cuts` counts."""

    def __init__(self, seed: int) -> None:
        self.upstream = 0
        self.is_calm = False
        self.cuts = 0
        self._chances = random.Random(seed)  # noqa: S311  # must be repeatable
        self._open: set[asyncio.StreamWriter] = set()
        self._serving: set[asyncio.Task[None] | None] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._server.close()
        self.cut_all()
        for task in [task for task in self._serving if task]:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.sockets[0].getsockname()[1])

    def cut_all(self) -> None:
        """End whatever is open."""
        for writer in list(self._open):
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        self._serving.add(task := asyncio.current_task())
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self.upstream)
            asking = asyncio.create_task(_pump(reader, back))
            try:
                await self._answer(there, writer)
            finally:
                asking.cancel()
                back.transport.abort()
        except OSError:
            pass  # one of the two is gone: so is the connection
        finally:
            self._open.discard(writer)
            self._serving.discard(task)
            writer.transport.abort()

    async def _answer(self, there: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        fate = self._fate()
        left = fate.bytes_through
        while piece := await there.read(_PIECE):
            if left < len(piece) and not self.is_calm:
                self.cuts += 1
                writer.write(piece[:left])
                await self._end(writer, fate)
                return
            left -= len(piece)
            writer.write(piece)
            await writer.drain()
            if fate.pause_s and not self.is_calm:
                await asyncio.sleep(fate.pause_s)

    async def _end(self, writer: asyncio.StreamWriter, fate: Fate) -> None:
        """Either cut at once, or swallow what comes for a while as a dead network does."""
        with suppress(OSError):
            await writer.drain()
        if not fate.is_told:
            await asyncio.sleep(self._chances.uniform(0.1, 0.5))

    def _fate(self) -> Fate:
        return Fate(
            bytes_through=int(_SHORTEST * (_LONGEST / _SHORTEST) ** self._chances.random()),
            pause_s=self._chances.choice((0.0, 0.0, 0.0, 0.01)),
            is_told=self._chances.random() < 0.7,  # noqa: PLR2004
        )


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while piece := await reader.read(_PIECE):
            writer.write(piece)
            await writer.drain()
