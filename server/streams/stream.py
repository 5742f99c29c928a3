"""The event streams: the handshake, then whatever happens, for as long as the client stays.

`/api/projects/{project}/events` follows a project, `/api/jobs/{job}/events` one job of it, and
`/api/events?projects=a,b` several projects on one connection.
"""

import asyncio
import re
from contextlib import ExitStack
from typing import NamedTuple

from aiohttp import web
from aiohttp_sse import EventSourceResponse

from pipeline.events.ag_ui import AgUi
from pipeline.events.vector import Vector
from pipeline.events.wire import Cursor
from pipeline.ids import JobId, ProjectId
from server.authentication import session_of
from server.handles import Handles, handles_of
from server.problems import Problem, known
from server.reading import reading
from server.streams.admission import ADMISSION
from server.streams.channel import Channel
from server.streams.client import Client
from server.streams.connection import Connection
from server.streams.feeding import PATIENCE_S, Feeding
from server.streams.notes import NOTES
from server.streams.opening import Opening, opening
from server.streams.view import WHOLE, InAgUi, OneJob, OneOfMany, View
from server.streams.wire import SocketWire, chunked

MOST_PROJECTS = 32
Asked = dict[ProjectId, Cursor | None]
_UNTOUCHED = "no-cache, no-transform"
"""Tells what lies between to hold nothing back and to compress nothing, beside X-Accel-Buffering."""

_STREAM_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


async def get_events(request: web.Request) -> web.StreamResponse:
    """Follow a project; refusals come before the stream opens, and once let in it is always 200."""
    project = ProjectId(request.match_info["project"])
    return await _stream(request, {project: Cursor.parse(_asked(request))}, _view(request))


async def get_job_events(request: web.Request) -> web.StreamResponse:
    """Follow one job, under the cursors of its project."""
    job = JobId(request.match_info["job"])
    with known("job"):
        found = await reading(handles_of(request).reader.job, job)
    return await _stream(request, {found.project: Cursor.parse(_asked(request))}, OneJob(job))


async def get_many_events(request: web.Request) -> web.StreamResponse:
    """Follow several projects on one connection; each id is the vector of their cursors."""
    named = [ProjectId(name) for name in dict.fromkeys(request.query.get("projects", "").split(",")) if name]
    if not 0 < len(named) <= MOST_PROJECTS:
        raise Problem(422, "request.invalid", f"name 1 to {MOST_PROJECTS} projects, as ?projects=a,b")
    had = Vector.parse(_asked(request))
    asked = {project: had.cursor(project) if had else None for project in named}
    return await _stream(request, asked, OneOfMany(Vector()))


async def _stream(request: web.Request, asked: Asked, view: View) -> web.StreamResponse:
    """Open it and serve it; what a stream keeps for hours is kept as small as can be."""
    session, admission = session_of(request), request.app[ADMISSION]
    seat = admission.enter(session.name, request.remote or "", _name(request))
    try:
        response = EventSourceResponse(send_timeout=PATIENCE_S)
        connection = await _opened(request, response, asked, _Looks(seat.name, view, session.ends_at))
        if connection:
            seat.take(connection)
            await _serve(request, connection)
        return response
    finally:
        admission.leave(seat)


async def _opened(
    request: web.Request, response: EventSourceResponse, asked: Asked, looks: "_Looks"
) -> Connection | None:
    """Read the beginning, answer, and write it; None when the client has left meanwhile."""
    handles = handles_of(request)
    with ExitStack() as awaiting:
        channels = {project: awaiting.enter_context(handles.hub.awaited(project)) for project in asked}
        with known("project"):
            begun = [await opening(handles.reader, channels[project], asked[project], looks.view) for project in asked]
        response.headers["Cache-Control"] = _UNTOUCHED
        writer = await response.prepare(request)
        response.stop_streaming()  # ends its own ping: one timer beats for all
        response.headers.clear()  # they are sent
        if writer is None or request.transport is None:
            return None
        wire = SocketWire(request.transport, request.protocol, writer)
        connection = Connection(wire, wants_ping=request.query.get("ping") == "1", ends_at=looks.ends_at)
        connection.clients = [Client(looks.name, one.project, wire, one.cursor, looks.view) for one in begun]
        handles.hub.connect(connection)
        _begin(handles, connection, channels, begun)
        return connection


class _Looks(NamedTuple):
    name: str
    view: View
    ends_at: float | None


def _begin(handles: Handles, connection: Connection, channels: dict[ProjectId, Channel], begun: list[Opening]) -> None:
    """Write where the client stands, and what it missed of each project."""
    feedings = [Feeding(handles, channels[client.project], client) for client in connection.clients]
    places = [client.id for client, one in zip(connection.clients, begun, strict=True) if one.resumed]
    first = f"id: {places[-1]}\n\n".encode() if places else b""
    connection.wire.write(chunked(handles.hub.retry_block() + first))
    for feeding, one in zip(feedings, begun, strict=True):
        feeding.begin(one)


async def _serve(request: web.Request, connection: Connection) -> None:
    """Until the stream ends: the client left, or was cut off, or was told why; it comes back with its cursor."""
    hub, notes = handles_of(request).hub, request.app[NOTES]
    notes.begin(connection.clients)
    try:
        feedings = [Feeding(handles_of(request), hub.channel_of(client), client) for client in connection.clients]
        await (feedings[0].run() if len(feedings) == 1 else _together(feedings))
    except ConnectionError:
        pass
    finally:
        hub.let_go(connection)
        notes.end(connection.clients)


async def _together(feedings: list[Feeding]) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for feeding in feedings:
                group.create_task(feeding.run())
    except* ConnectionError as gone:
        raise ConnectionError from gone


def _view(request: web.Request) -> View:
    """As it is, or in the words that a client asks for."""
    match request.query.get("format"):
        case None:
            return WHOLE
        case "ag-ui":
            return InAgUi(AgUi())
        case other:
            raise Problem(422, "request.invalid", f"there is no format {other}; there is ag-ui, or none")


def _asked(request: web.Request) -> str | None:
    return request.headers.get("Last-Event-ID", request.query.get("after"))


def _name(request: web.Request) -> str:
    """The name a client gives itself to be known again by, or a new one."""
    asked = request.query.get("client", "")
    return asked if _STREAM_NAME.fullmatch(asked) else handles_of(request).ids("stream")
