"""The one fan-out: lives on the server's loop, is told from any thread, and outlives every actor."""

import asyncio
import logging
import random
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress

from actors.messages import Framed, LiveFrame
from pipeline.events.event import Update
from pipeline.ids import ProjectId
from server.streams.channel import Channel
from server.streams.client import Client
from server.streams.connection import Connection
from server.streams.pages import Pages

logger = logging.getLogger(__name__)

RETRY_MS = (1000, 3000)
"""Browsers come back within this, each at another moment, so that a restart is not met by all at once."""

COMEBACKS_PER_S = 1000
"""Where more than this many would come back in a second of that window, the window is longer."""


class Hub:
    """All open streams. Everything but the threadsafe doors is called on its loop only.

    Before `open` and after `close` what is published is dropped: whoever connects reads it from the store.
    """

    def __init__(self, retry_ms: tuple[int, int] = RETRY_MS) -> None:
        self._retry_ms = retry_ms
        self._loop: asyncio.AbstractEventLoop | None = None
        self.connections: set[Connection] = set()
        self.pages = Pages()
        self._channels: dict[ProjectId, Channel] = {}
        self._scheduled: set[ProjectId] = set()
        self._feeding: set[asyncio.Task[None]] = set()
        self._empty = asyncio.Event()

    def open(self) -> None:
        """Live on the running loop from here on."""
        self._loop = asyncio.get_running_loop()

    def close(self) -> None:
        """End every stream; the browsers come back with their cursors, spread over a while."""
        self._loop = None
        for connection in list(self.connections):
            connection.end(self.retry_block(len(self.connections)))

    async def emptied(self, within_s: float) -> None:
        """Wait, once it is closed, until every stream has ended, and cut off what has not."""
        self._see_whether_empty()
        with suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                await self._empty.wait()
        self._cut_off()
        await asyncio.sleep(0)  # what was cut off is told of it

    def feed(self, feeding: Coroutine[None, None, None]) -> None:
        """Have somebody caught up, beside all else."""
        task = asyncio.get_running_loop().create_task(feeding)
        self._feeding.add(task)
        task.add_done_callback(self._fed)

    def publish(self, events: Sequence[Framed]) -> None:
        """Send committed events, in order."""
        for event in events:
            channel = self._channel(event.project)
            channel.publish(event)
            self._schedule(channel)

    def live(self, project: ProjectId, update: Update, frame: bytes) -> None:
        """Send what is true only now."""
        channel = self._channel(project)
        channel.live(update, frame)
        self._schedule(channel)

    def catch_up(self) -> None:
        """Something committed may not have been published: every client reads the store."""
        for channel in self._channels.values():
            channel.catch_up()

    def publish_threadsafe(self, events: Sequence[Framed]) -> None:
        """`publish` from any thread."""
        self._on_loop(self.publish, events)

    def live_threadsafe(self, updates: Sequence[LiveFrame]) -> None:
        """`live` from any thread, for all of these."""
        self._on_loop(self._live_all, updates)

    def catch_up_threadsafe(self) -> None:
        """`catch_up` from any thread."""
        self._on_loop(self.catch_up)

    @contextmanager
    def awaited(self, project: ProjectId) -> Iterator[Channel]:
        """The channel of a project that a stream is about to follow: what is told from here on is not missed."""
        channel = self._channel(project)
        channel.awaited += 1
        try:
            yield channel
        finally:
            channel.awaited -= 1
            self._forget_if_idle(channel)

    def connect(self, connection: Connection) -> None:
        """Serve the clients of a connection until it is let go."""
        self.connections.add(connection)
        for client in connection.clients:
            self._channel(client.project).clients.add(client)
        if self._loop is None:
            connection.end()

    def let_go(self, connection: Connection) -> None:
        """Its stream has ended, however it did."""
        connection.end()
        self.connections.discard(connection)
        for client in connection.clients:
            channel = self._channel(client.project)
            channel.clients.discard(client)
            self._forget_if_idle(channel)
        self._see_whether_empty()

    def retry_block(self, comebacks: int = 0) -> bytes:
        """Tells a browser when to come back after a cut, each another moment of a window wide enough for so many."""
        first, last = self._retry_ms
        window = (first, max(last, first + 1000 * comebacks // COMEBACKS_PER_S))
        return b"retry: %d\n\n" % random.randint(*window)  # noqa: S311 - spreads reconnects, hides nothing

    def clients(self) -> list[Client]:
        """Everybody who is connected."""
        return [client for connection in self.connections for client in connection.clients]

    def channel_of(self, client: Client) -> Channel:
        """The channel of a client that is connected."""
        return self._channels[client.project]

    def lag(self, client: Client) -> int:
        """How many events that were told here were not written to a client yet."""
        channel = self._channels.get(client.project)
        return max(0, ((channel and channel.seq) or 0) - client.seq)

    def beat(self, now: float) -> None:
        """A sign of life to every live client."""
        for connection in list(self.connections):
            connection.beat(now)

    def _channel(self, project: ProjectId) -> Channel:
        if project not in self._channels:
            self._channels[project] = Channel(project)
        return self._channels[project]

    def _schedule(self, channel: Channel) -> None:
        if self._loop is not None and channel.project not in self._scheduled:
            self._scheduled.add(channel.project)
            self._loop.call_soon(self._flush, channel)

    def _fed(self, task: asyncio.Task[None]) -> None:
        self._feeding.discard(task)
        self._see_whether_empty()

    def _see_whether_empty(self) -> None:
        if self._loop is None and not self.connections and not self._feeding:
            self._empty.set()

    def _cut_off(self) -> None:
        for connection in self.connections:
            connection.wire.abort()
        for task in self._feeding:
            task.cancel()

    def _live_all(self, updates: Sequence[LiveFrame]) -> None:
        for project, update, frame in updates:
            self.live(project, update, frame)

    def _flush(self, channel: Channel) -> None:
        self._scheduled.discard(channel.project)
        channel.flush()
        self._forget_if_idle(channel)

    def _forget_if_idle(self, channel: Channel) -> None:
        if channel.is_idle and self._channels.get(channel.project) is channel:
            del self._channels[channel.project]

    def _on_loop(self, door: Callable[..., None], *told: object) -> None:
        loop = self._loop
        if loop is None:
            return
        with suppress(RuntimeError):  # the loop was closed meanwhile: nobody listens any more
            loop.call_soon_threadsafe(door, *told)
