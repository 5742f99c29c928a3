"""A client inside of the server's process, to see when the loop writes to one."""

import asyncio
import time
from collections.abc import Callable

from pipeline.events.wire import Cursor
from pipeline.ids import ProjectId
from server.streams.client import Client
from server.streams.connection import Connection
from server.streams.hub import Hub


class Ear:
    """A wire that leads nowhere and says when it was written to."""

    paused = False
    closing = False
    unsent_bytes = 0

    def __init__(self) -> None:
        self._heard: asyncio.Future[float] | None = None

    def listen(self, hub: Hub, project: ProjectId, cursor: Cursor) -> None:
        """Be a live client of the project from here on."""
        connection, client = Connection(self), Client("ear", project, self, cursor)
        connection.clients = [client]
        with hub.awaited(project) as channel:
            hub.connect(connection)
            channel.stands_at(cursor.seq, channel.generation)
            channel.join(client)

    async def ms_after(self, tell: Callable[[], None]) -> float:
        """How long after something was told it is written here."""
        self._heard = asyncio.get_running_loop().create_future()
        begun = time.perf_counter()
        tell()
        return (await self._heard - begun) * 1000

    def write(self, chunk: bytes) -> None:
        """Note when."""
        del chunk
        if self._heard is not None and not self._heard.done():
            self._heard.set_result(time.perf_counter())

    def finish(self) -> None:
        """There is nothing to end."""

    def abort(self) -> None:
        """There is nothing to cut."""

    async def drained(self, patience_s: float) -> None:
        """It takes everything at once."""
