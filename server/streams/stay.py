"""A stream from its handshake until its client has left: written to, caught up whenever it is behind, given back."""

import logging
from collections.abc import Sequence

from aiohttp import web

from server.handles import Handles, handles_of
from server.streams.admission import ADMISSION, Admission, Seat
from server.streams.channel import Channel
from server.streams.client import Client
from server.streams.connection import Connection
from server.streams.feeding import Feeding
from server.streams.notes import NOTES, Notes
from server.streams.opening import Opening
from server.streams.wire import SocketWire, chunked
from storage.errors import StoreUnavailableError

logger = logging.getLogger(__name__)


class Stay:
    """No task is kept for it while it is live, and little else: there are thousands."""

    __slots__ = ("_admission", "_connection", "_handles", "_notes", "_seat")

    def __init__(self, request: web.Request, seat: Seat, wire: SocketWire, connection: Connection) -> None:
        self._handles: Handles = handles_of(request)
        self._notes: Notes = request.app[NOTES]
        self._admission: Admission = request.app[ADMISSION]
        self._seat = seat
        self._connection = connection
        wire.left = self._leave

    def begin(self, channels: Sequence[Channel], begun: Sequence[Opening]) -> None:
        """Write where each client stands and what it missed; from then on it is told what happens."""
        clients, hub = self._connection.clients, self._handles.hub
        self._write_beginning(channels, begun)
        self._notes.begin(clients)
        hub.connect(self._connection)
        self._seat.take(self._connection)
        for client, channel in zip(clients, channels, strict=True):
            client.behind = self._behind
            if not client.ended and not channel.join(client):
                self._behind(client)

    def _write_beginning(self, channels: Sequence[Channel], begun: Sequence[Opening]) -> None:
        clients = self._connection.clients
        places = [client.id for client, one in zip(clients, begun, strict=True) if one.resumed]
        first = f"id: {places[-1]}\n\n".encode() if places else b""
        self._connection.wire.write(chunked(self._handles.hub.retry_block() + first))
        for client, channel, one in zip(clients, channels, begun, strict=True):
            Feeding(self._handles, channel, client).begin(one)

    def _behind(self, client: Client) -> None:
        self._handles.hub.feed(self._catch_up(client))

    async def _catch_up(self, client: Client) -> None:
        """A client that was cut off, or that the store cannot serve, comes back with its cursor."""
        try:
            await Feeding(self._handles, self._handles.hub.channel_of(client), client).run()
        except (ConnectionError, StoreUnavailableError) as error:
            logger.info("a stream was cut", extra={"stream": self._seat.name, "error": str(error)})
            self._connection.end()
        except Exception:
            logger.exception("a stream failed", extra={"stream": self._seat.name})
            self._connection.end()

    def _leave(self) -> None:
        self._handles.hub.let_go(self._connection)
        self._notes.end(self._connection.clients)
        self._admission.leave(self._seat)
