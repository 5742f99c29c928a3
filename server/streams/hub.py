"""The one fan-out: lives on the server's loop, is told from any thread, and outlives every actor."""

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from actors.messages import Framed
from pipeline.events.event import Update
from pipeline.ids import ProjectId
from server.streams.channel import Channel
from server.streams.client import Client

logger = logging.getLogger(__name__)


class Hub:
    """All open streams. Everything but the threadsafe doors is called on its loop only.

    Before `open` and after `close` what is published is dropped: whoever connects reads it from the store.
    """

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._channels: dict[ProjectId, Channel] = {}
        self._scheduled: set[ProjectId] = set()

    def open(self) -> None:
        """Live on the running loop from here on."""
        self._loop = asyncio.get_running_loop()

    def close(self) -> None:
        """End every stream; the browsers come back with their cursors."""
        self._loop = None
        for client in self.clients():
            client.end()

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

    def live_threadsafe(self, project: ProjectId, update: Update, frame: bytes) -> None:
        """`live` from any thread."""
        self._on_loop(self.live, project, update, frame)

    def catch_up_threadsafe(self) -> None:
        """`catch_up` from any thread."""
        self._on_loop(self.catch_up)

    @contextmanager
    def admitted(self, client: Client) -> Iterator[Channel]:
        """The channel of a client, which it leaves when its stream ends, however it ends."""
        channel = self._channel(client.project)
        channel.clients.add(client)
        if self._loop is None:
            client.end()
        try:
            yield channel
        finally:
            client.end()
            channel.clients.discard(client)
            self._forget_if_idle(channel)

    def clients(self) -> list[Client]:
        """Everybody who is connected."""
        return [client for channel in self._channels.values() for client in channel.clients]

    def beat(self) -> None:
        """A sign of life to every live client."""
        for client in self.clients():
            client.beat()

    def _channel(self, project: ProjectId) -> Channel:
        if project not in self._channels:
            self._channels[project] = Channel(project)
        return self._channels[project]

    def _schedule(self, channel: Channel) -> None:
        if self._loop is not None and channel.project not in self._scheduled:
            self._scheduled.add(channel.project)
            self._loop.call_soon(self._flush, channel)

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
