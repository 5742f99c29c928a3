"""The answer that is an event stream."""

from collections.abc import Awaitable, Callable

from aiohttp.abc import AbstractStreamWriter
from aiohttp.web import BaseRequest
from aiohttp_sse import EventSourceResponse

from server.streams.feeding import PATIENCE_S

UNTOUCHED = "no-cache, no-transform"
"""Tells what lies between to hold nothing back and to compress nothing, beside X-Accel-Buffering."""


class EventStream(EventSourceResponse):
    """Its body is written by `serve` when the handler has returned, and all that stands around every handler with it.

    A stream lives for hours, and they would wait with it: nine coroutines, which are a fifth of what it takes.
    """

    def __init__(self) -> None:
        super().__init__(send_timeout=PATIENCE_S)
        self.headers["Cache-Control"] = UNTOUCHED
        self.serve: Callable[[], Awaitable[None]] | None = None

    async def prepare(self, request: BaseRequest) -> AbstractStreamWriter | None:
        """Answer; once only, though aiohttp asks again when the handler has returned."""
        if self.prepared:
            return self._payload_writer
        writer = await super().prepare(request)
        self.stop_streaming()  # ends its own ping: one timer beats for all
        self.headers.clear()  # they are sent
        return writer

    async def write_eof(self, data: bytes = b"") -> None:
        """Serve, then end."""
        serve, self.serve = self.serve, None
        if serve:
            await serve()
        await super().write_eof(data)
