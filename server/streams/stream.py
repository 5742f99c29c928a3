"""The event streams: the handshake, then whatever happens, for as long as the client stays.

`/api/projects/{project}/events` follows a project, `/api/jobs/{job}/events` one job of it, and
`/api/events?projects=a,b` several projects on one connection.
"""

import asyncio
import logging
import re
from contextlib import ExitStack
from functools import partial
from typing import NamedTuple

from aiohttp import web

from pipeline.events.ag_ui import AgUi
from pipeline.events.vector import Vector
from pipeline.events.wire import Cursor
from pipeline.ids import JobId, ProjectId
from server.authentication import session_of
from server.handles import Handles, handles_of
from server.problems import Problem, known
from server.reading import reading
from server.streams.admission import ADMISSION, Admission, Seat
from server.streams.channel import Channel
from server.streams.client import Client
from server.streams.connection import Connection
from server.streams.feeding import Feeding
from server.streams.notes import NOTES, Notes
from server.streams.opening import Opening, opening
from server.streams.response import EventStream
from server.streams.view import WHOLE, InAgUi, OneJob, OneOfMany, View
from server.streams.wire import SocketWire, chunked
from storage.errors import StoreUnavailableError

logger = logging.getLogger(__name__)

MOST_PROJECTS = 32
Asked = dict[ProjectId, Cursor | None]
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
    """Open it; what is kept of it until it ends is kept as small as can be."""
    session, admission = session_of(request), request.app[ADMISSION]
    seat = admission.enter(session.name, request.remote or "", _name(request))
    response = EventStream()
    try:
        connection = await _opened(request, response, asked, _Looks(seat.name, view, session.ends_at))
    except BaseException:
        admission.leave(seat)
        raise
    stay = _Stay(handles_of(request), request.app[NOTES], admission, seat)
    response.serve = partial(_serve, stay, connection)
    return response


async def _opened(request: web.Request, response: EventStream, asked: Asked, looks: "_Looks") -> Connection | None:
    """Read the beginning, answer, and write it; None when the client has left meanwhile."""
    handles = handles_of(request)
    with ExitStack() as awaiting:
        channels = {project: awaiting.enter_context(handles.hub.awaited(project)) for project in asked}
        with known("project"):
            begun = [await opening(handles.reader, channels[project], asked[project], looks.view) for project in asked]
        writer = await response.prepare(request)
        if writer is None or request.transport is None:
            return None
        wire = SocketWire(request.transport, request.protocol, writer)
        connection = Connection(wire, wants_ping=request.query.get("ping") == "1", ends_at=looks.ends_at)
        connection.clients = [looks.client(wire, one, alone=len(begun) == 1) for one in begun]
        handles.hub.connect(connection)
        _begin(handles, connection, channels, begun)
        return connection


class _Looks(NamedTuple):
    name: str
    view: View
    ends_at: float | None

    def client(self, wire: SocketWire, begun: Opening, *, alone: bool) -> Client:
        """A client of one project; several on one connection are told apart by their projects."""
        name = self.name if alone else f"{self.name}/{begun.project}"
        return Client(name, begun.project, wire, begun.cursor, self.view)


class _Stay(NamedTuple):
    handles: Handles
    notes: Notes
    admission: Admission
    seat: Seat


def _begin(handles: Handles, connection: Connection, channels: dict[ProjectId, Channel], begun: list[Opening]) -> None:
    """Write where the client stands, and what it missed of each project."""
    feedings = [Feeding(handles, channels[client.project], client) for client in connection.clients]
    places = [client.id for client, one in zip(connection.clients, begun, strict=True) if one.resumed]
    first = f"id: {places[-1]}\n\n".encode() if places else b""
    connection.wire.write(chunked(handles.hub.retry_block() + first))
    for feeding, one in zip(feedings, begun, strict=True):
        feeding.begin(one)


async def _serve(stay: _Stay, connection: Connection | None) -> None:
    """Until the stream ends: the client left, or was cut off, or was told why; it comes back with its cursor."""
    if connection is None:
        stay.admission.leave(stay.seat)
        return
    hub, clients = stay.handles.hub, connection.clients
    stay.notes.begin(clients)
    try:
        stay.seat.take(connection)
        feedings = [Feeding(stay.handles, hub.channel_of(client), client) for client in clients]
        await (feedings[0].run() if len(feedings) == 1 else _together(feedings))
    except (ConnectionError, StoreUnavailableError) as error:
        logger.info("a stream was cut", extra={"stream": stay.seat.name, "error": str(error)})
    finally:
        hub.let_go(connection)
        stay.notes.end(clients)
        stay.admission.leave(stay.seat)


async def _together(feedings: list[Feeding]) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for feeding in feedings:
                group.create_task(feeding.run())
    except* (ConnectionError, StoreUnavailableError) as gone:
        raise ConnectionError(str(gone.exceptions[0])) from gone


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
