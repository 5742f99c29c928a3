"""The catching up of one client: pages from the store until nothing lies between it and what is told live."""

import asyncio
from collections.abc import Sequence

from pipeline.events.wire import Cursor, encode, event_frame
from server.handles import Handles
from server.reading import reading
from server.streams.channel import Channel
from server.streams.client import Client
from server.streams.wire import chunked

PAGE_ROWS = 256
PATIENCE_S = 30.0
STORE_PAUSE_S = 0.05
"""How long to wait where the store does not show yet what was told: it shows what is committed, so hardly ever."""

Row = tuple[int, str, str]


class Feeding:
    """What a stream's own coroutine does: catch up, sleep while live, catch up again."""

    def __init__(self, handles: Handles, channel: Channel, client: Client, *, patience_s: float = PATIENCE_S) -> None:
        self._handles = handles
        self._channel = channel
        self._client = client
        self._patience_s = patience_s

    async def resume(self) -> None:
        """Go on behind the client's cursor until the stream ends. Raises ConnectionError when the client is gone."""
        while not self._client.ended:
            await self._catch_up()
            await self._client.behind()

    async def begin(self) -> None:
        """Begin with a snapshot, then go on."""
        await self._snapshot()
        await self.resume()

    async def _catch_up(self) -> None:
        while not self._client.ended:
            await self._client.wire.drained(self._patience_s)
            rows = await self._page()
            if rows:
                await self._write(rows)
            elif self._channel.join(self._client):
                return
            elif not self._client.wire.paused:
                await asyncio.sleep(STORE_PAUSE_S)

    async def _page(self) -> Sequence[Row]:
        return await reading(self._handles.reader.events_after, self._client.project, self._client.seq, PAGE_ROWS)

    async def _write(self, rows: Sequence[Row]) -> None:
        if rows[0][0] != self._client.seq + 1:
            await self._snapshot()
            return
        frames = [event_frame(Cursor(self._client.epoch, seq), name, data) for seq, name, data in rows]
        self._client.write(chunked(b"".join(frames)), rows[-1][0])

    async def _snapshot(self) -> None:
        """The whole state, for a client that cannot go on from events."""
        snapshot = await reading(self._handles.reader.snapshot, self._client.project)
        told = snapshot.model_copy(update={"model": self._handles.model})
        cursor = Cursor(self._client.epoch, snapshot.seq)
        self._client.write(chunked(event_frame(cursor, told.wire_name(), encode(told))), snapshot.seq)
