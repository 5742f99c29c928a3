"""`GET /api/projects/{project}/events`: the handshake, then whatever happens, for as long as the client stays."""

import random
import re

from aiohttp import web
from aiohttp.abc import AbstractStreamWriter
from aiohttp_sse import EventSourceResponse

from pipeline.events.wire import cursor_frame
from pipeline.ids import ProjectId
from server.handles import handles_of
from server.problems import known
from server.streams.client import Client
from server.streams.feeding import Feeding
from server.streams.notes import NOTES
from server.streams.opening import Opening, opening
from server.streams.wire import SocketWire, chunked

RETRY_MS = (1000, 3000)
"""Browsers come back within this, each at another moment, so that a restart is not met by all at once."""

_STREAM_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


async def get_events(request: web.Request) -> web.StreamResponse:
    """Open a stream; refusals come before it opens, and once let in it is always 200."""
    asked = request.headers.get("Last-Event-ID", request.query.get("after"))
    with known("project"):
        begun = await opening(handles_of(request), ProjectId(request.match_info["project"]), asked)
    response = EventSourceResponse()
    writer = await response.prepare(request)
    response.stop_streaming()  # ends its own ping: one timer beats for all
    if writer is not None:
        await _serve(request, writer, begun)
    return response


async def _serve(request: web.Request, writer: AbstractStreamWriter, begun: Opening) -> None:
    handles = handles_of(request)
    try:
        client = Client(_stream_name(request), begun.project, SocketWire(request, writer), begun.cursor)
        client.wire.write(chunked(_first_block(begun)))
        with handles.hub.admitted(client) as channel, request.app[NOTES].taken(client):
            feeding = Feeding(handles, channel, client)
            await (feeding.resume() if begun.resumed else feeding.begin())
    except ConnectionError:
        return  # the client left, or was cut off; it comes back with its cursor


def _first_block(begun: Opening) -> bytes:
    retry_ms = random.randint(*RETRY_MS)  # noqa: S311 - spreads reconnects, hides nothing
    retry = f"retry: {retry_ms}\n\n".encode()
    return retry + cursor_frame(begun.resumed) if begun.resumed else retry


def _stream_name(request: web.Request) -> str:
    """The name a client gives itself to be known again by, or a new one."""
    asked = request.query.get("client", "")
    return asked if _STREAM_NAME.fullmatch(asked) else handles_of(request).ids("stream")
