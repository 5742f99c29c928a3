"""Reads an event stream as a browser does: by blocks, keeping the last id."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientResponse, ClientSession

PATIENCE_S = 10.0


@dataclass(frozen=True)
class Block:
    """One block of a stream; an id-only block has no event."""

    id: str | None
    event: str | None
    data: Any
    retry: str | None = None

    @property
    def seq(self) -> int:
        assert self.id is not None
        return int(self.id.rpartition(".")[2])


@dataclass
class Blocks:
    response: ClientResponse
    last_id: str | None = None
    seen: list[Block] = field(default_factory=list)

    async def next(self) -> Block:
        """The next block of any kind."""
        fields: dict[str, str] = {}
        async with asyncio.timeout(PATIENCE_S):
            while line := (await self.response.content.readuntil(b"\n", max_size=1 << 20)).decode().rstrip("\n"):
                name, _, value = line.partition(": ")
                fields[name] = value
        data = json.loads(fields["data"]) if "data" in fields else None
        block = Block(fields.get("id"), fields.get("event"), data, fields.get("retry"))
        self.last_id = block.id or self.last_id
        self.seen.append(block)
        return block

    async def event(self) -> Block:
        """The next block that tells of the project."""
        while (block := await self.next()).event in {None, "live"}:
            pass
        return block

    async def live(self) -> Block:
        """Read on until it is told that nothing lies between."""
        while (block := await self.next()).event != "live":
            pass
        return block

    async def events(self, count: int) -> list[Block]:
        return [await self.event() for _ in range(count)]


@asynccontextmanager
async def stream(session: ClientSession, url: str, **asked: Any) -> AsyncIterator[Blocks]:  # noqa: ANN401 - passed on as it is
    async with session.get(url, **asked) as response:
        assert response.status == 200, await response.text()
        yield Blocks(response)
