"""The catching up of one client: pages from the store until nothing lies between it and what is told live."""

import asyncio

from pipeline.events import Snapshot
from pipeline.events.wire import Cursor, encode
from server.asset_paths import asset_root
from server.handles import Handles
from server.reading import reading
from server.streams.channel import Channel
from server.streams.client import Client
from server.streams.opening import FIRST_ROWS, Opening, Page, fitting, page_after
from server.streams.pages import aligned
from storage.stored import EventRow, FramePage

PATIENCE_S = 30.0
STORE_PAUSE_S = 0.05
"""How long to wait where the store does not show yet what was told: it shows what is committed, so hardly ever."""


class Feeding:
    """Pages until the client is live, each time that it is not; one at a time for each client."""

    __slots__ = ("_channel", "_client", "_handles", "_patience_s", "_rows")

    def __init__(self, handles: Handles, channel: Channel, client: Client, *, patience_s: float = PATIENCE_S) -> None:
        self._handles = handles
        self._channel = channel
        self._client = client
        self._patience_s = patience_s
        self._rows = FIRST_ROWS

    def begin(self, begun: Opening) -> None:
        """Write the beginning that was read before the stream opened."""
        if begun.snapshot:
            self._tell(begun.snapshot)
        if begun.page:
            self._write(begun.page)
        if self._client.seq >= begun.place.last_seq:
            self._channel.stands_at(begun.place.last_seq, begun.generation)

    async def run(self) -> None:
        """Read on behind the client's cursor until it is live. Raises ConnectionError when the client is gone."""
        while not self._client.ended:
            await self._client.wire.drained(self._patience_s)
            if self._channel.join(self._client):
                return
            if not self._client.wire.paused and not await self._read_on():
                await asyncio.sleep(STORE_PAUSE_S)

    async def _read_on(self) -> bool:
        """Write the next page; whether there was one, or the place is known now at which the client may join."""
        seq, generation = self._client.seq, self._channel.generation
        page = await self._page(seq)
        if seq < page.place.horizon:
            self._tell(await reading(self._handles.reader.snapshot, self._client.project))
            return True
        self._write(page)
        is_at_end = self._client.seq >= page.place.last_seq
        return (is_at_end and self._channel.stands_at(page.place.last_seq, generation)) or self._client.seq > seq

    async def _page(self, seq: int) -> Page:
        client, pages, rows = self._client, self._handles.hub.pages, aligned(self._client.seq, self._rows)
        kept = pages.find(client.project, seq, rows) if client.view.shares else None
        if kept:
            return kept
        page = await reading(page_after, self._handles.reader, client.project, seq, client.view, rows)
        if isinstance(page, FramePage):
            pages.keep(client.project, seq, rows, page)
        return page

    def _write(self, page: Page) -> None:
        frames = page.frames if isinstance(page, FramePage) else b"".join(map(self._frame, page.rows))
        self._rows = fitting(page.upto - self._client.seq, len(frames))
        self._client.write(frames, page.upto)

    def _frame(self, row: EventRow) -> bytes:
        name = self._client.view.id(self._client.project, Cursor(self._client.epoch, row.seq))
        return f"id: {name}\nevent: {row.type}\ndata: {row.data}\n\n".encode()

    def _of_here(self, snapshot: Snapshot) -> dict[str, object]:
        """What only the server knows of a project."""
        return {"model": self._handles.model, "asset_root": asset_root(self._handles, snapshot.project)}

    def _tell(self, snapshot: Snapshot) -> None:
        """The whole state, for a client that cannot go on from events."""
        client = self._client
        told = client.view.told(snapshot).model_copy(update=self._of_here(snapshot))
        client.seq = snapshot.seq
        client.write(f"id: {client.id}\nevent: {told.wire_name()}\ndata: {encode(told)}\n\n".encode(), snapshot.seq)
