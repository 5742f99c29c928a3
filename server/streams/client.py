"""A client of a stream: a cursor and a state. It is live, or behind and being caught up."""

import asyncio

from pipeline.events.wire import Cursor, cursor_frame
from pipeline.ids import ProjectId
from server.streams.wire import Wire, chunked


class Client:
    """One open stream. `seq` is the last event written to it, never one that is not."""

    def __init__(self, stream: str, project: ProjectId, wire: Wire, cursor: Cursor) -> None:
        self.stream = stream
        self.project = project
        self.wire = wire
        self.epoch = cursor.epoch
        self.seq = cursor.seq
        self.is_live = False
        self.lacks_so_far = False
        self.ended = False
        self._woken = asyncio.Event()

    @property
    def cursor(self) -> Cursor:
        """The place this client is at."""
        return Cursor(self.epoch, self.seq)

    def write(self, chunk: bytes, seq: int) -> None:
        """Write a chunk that ends at event `seq`."""
        self.wire.write(chunk)
        self.seq = seq

    def go_live(self) -> None:
        """From here on the channel writes to it."""
        self.is_live = True
        self._woken.clear()

    def fall_behind(self) -> None:
        """From here on nothing is written but by its own catching up."""
        self.is_live = False
        self._woken.set()

    def end(self) -> None:
        """Let its stream end."""
        self.ended = True
        self.fall_behind()

    def beat(self) -> None:
        """Show that the line is alive, moving the cursor no further than what was written."""
        if self.wire.closing:
            self.end()
        elif self.wire.paused:
            self.fall_behind()
        elif self.is_live:
            self.wire.write(chunked(cursor_frame(self.cursor)))

    async def behind(self) -> None:
        """Wait until it is no longer live."""
        await self._woken.wait()
