"""The answer that is an event stream."""

from aiohttp.abc import AbstractStreamWriter
from aiohttp.web import BaseRequest
from aiohttp.web_protocol import RequestHandler
from aiohttp_sse import EventSourceResponse

from server.streams.feeding import PATIENCE_S

UNTOUCHED = "no-cache, no-transform"
"""Tells what lies between to hold nothing back and to compress nothing, beside X-Accel-Buffering."""


class EventStream(EventSourceResponse):
    """Its head is sent as that of any response; then its connection is a stream's alone (`SocketWire`).

    A stream lives for hours, and with it would live the request, its parser, two tasks and what they hold: most of what
    a connection takes.
    """

    def __init__(self) -> None:
        super().__init__(send_timeout=PATIENCE_S)
        self.headers["Cache-Control"] = UNTOUCHED
        self.headers["Connection"] = "close"  # it serves no other request afterwards

    async def prepare(self, request: BaseRequest) -> AbstractStreamWriter | None:
        """Answer; once only, though aiohttp asks again when the handler has returned."""
        if self.prepared:
            return self._payload_writer
        writer = await super().prepare(request)
        self.stop_streaming()  # ends its own ping: one timer beats for all
        return writer

    async def write_eof(self, data: bytes = b"") -> None:
        """The body is another's to write: this request is over."""
        del data
        if self._req is not None:
            let_go(self._req.protocol)


def let_go(protocol: RequestHandler) -> None:
    """Have the HTTP server forget an open connection: for it, the client has left."""
    protocol.transport = None
    protocol.connection_lost(None)
