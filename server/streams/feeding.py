"""The catching up of one client: pages from the store until nothing lies between it and what is told live."""

import asyncio

from pipeline.events import Snapshot
from pipeline.events.wire import Cursor, encode
from server.handles import Handles
from server.reading import reading
from server.streams.channel import Channel
from server.streams.client import Client
from server.streams.opening import Opening, Page, page_after
from storage.stored import EventRow, FramePage

PATIENCE_S = 30.0
STORE_PAUSE_S = 0.05
"""How long to wait where the store does not show yet what was told: it shows what is committed, so hardly ever."""


class Feeding:
    """What a stream's own coroutine does: catch up, sleep while live, catch up again."""

    def __init__(self, handles: Handles, channel: Channel, client: Client, *, patience_s: float = PATIENCE_S) -> None:
        self._handles = handles
        self._channel = channel
        self._client = client
        self._patience_s = patience_s

    def begin(self, begun: Opening) -> None:
        """Write the beginning that was read before the stream opened."""
        if begun.snapshot:
            self._tell(begun.snapshot)
        if begun.page:
            self._write(begun.page)
        if self._client.seq >= begun.place.last_seq:
            self._channel.stands_at(begun.place.last_seq, begun.generation)

    async def run(self) -> None:
        """Go on behind the client's cursor until the stream ends. Raises ConnectionError when the client is gone."""
        while not self._client.ended:
            await self._catch_up()
            await self._client.behind()

    async def _catch_up(self) -> None:
        while not self._client.ended:
            await self._client.wire.drained(self._patience_s)
            if self._channel.join(self._client):
                return
            if not self._client.wire.paused and not await self._read_on():
                await asyncio.sleep(STORE_PAUSE_S)

    async def _read_on(self) -> bool:
        """Write the next page; whether there was one, or the place is known now at which the client may join."""
        seq, generation = self._client.seq, self._channel.generation
        page = await reading(page_after, self._handles.reader, self._client.project, seq, self._client.view)
        if seq < page.place.horizon:
            self._tell(await reading(self._handles.reader.snapshot, self._client.project))
            return True
        self._write(page)
        return self._channel.stands_at(page.place.last_seq, generation) or self._client.seq > seq

    def _write(self, page: Page) -> None:
        frames = page.frames if isinstance(page, FramePage) else b"".join(map(self._frame, page.rows))
        self._client.write(frames, page.upto)

    def _frame(self, row: EventRow) -> bytes:
        name = self._client.view.id(self._client.project, Cursor(self._client.epoch, row.seq))
        return f"id: {name}\nevent: {row.type}\ndata: {row.data}\n\n".encode()

    def _tell(self, snapshot: Snapshot) -> None:
        """The whole state, for a client that cannot go on from events."""
        client = self._client
        told = client.view.told(snapshot).model_copy(update={"model": self._handles.model})
        client.seq = snapshot.seq
        client.write(f"id: {client.id}\nevent: {told.wire_name()}\ndata: {encode(told)}\n\n".encode(), snapshot.seq)
