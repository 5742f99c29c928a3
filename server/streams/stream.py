"""The event streams: the handshake, then whatever happens, for as long as the client stays.

`/api/projects/{project}/events` follows a project, `/api/jobs/{job}/events` one job of it, and
`/api/events?projects=a,b` several projects on one connection.
"""

import re
from contextlib import ExitStack

from aiohttp import web

from pipeline.events.ag_ui import AgUi
from pipeline.events.vector import Vector
from pipeline.events.wire import Cursor
from pipeline.ids import JobId, ProjectId
from server.authentication import session_of
from server.handles import handles_of
from server.problems import Problem, known
from server.reading import reading
from server.streams.admission import ADMISSION
from server.streams.channel import Channel
from server.streams.client import Client
from server.streams.connection import Connection
from server.streams.opening import Opening, opening
from server.streams.response import EventStream
from server.streams.stay import Stay
from server.streams.view import WHOLE, InAgUi, OneJob, OneOfMany, View
from server.streams.wire import SocketWire

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
    """Read how it begins, answer, and hand the connection over."""
    session, admission, response = session_of(request), request.app[ADMISSION], EventStream()
    seat = admission.enter(session.name, request.remote or "", _name(request))
    with ExitStack() as awaiting:
        channels = [awaiting.enter_context(handles_of(request).hub.awaited(project)) for project in asked]
        try:
            begun = await _beginnings(request, channels, asked, view)
            wire = await _answered(request, response)
        except BaseException:
            admission.leave(seat)
            raise
        connection = Connection(wire, wants_ping=request.query.get("ping") == "1", ends_at=session.ends_at)
        connection.clients = [_client(seat.name, wire, one, view, alone=len(begun) == 1) for one in begun]
        Stay(request, seat, wire, connection).begin(channels, begun)
    return response


async def _beginnings(request: web.Request, channels: list[Channel], asked: Asked, view: View) -> list[Opening]:
    reader = handles_of(request).reader
    with known("project"):
        return [await opening(reader, channel, asked[channel.project], view) for channel in channels]


async def _answered(request: web.Request, response: EventStream) -> SocketWire:
    """The connection, once the head of the answer is sent. Raises ConnectionError when the client has left."""
    writer = await response.prepare(request)
    if writer is None or request.transport is None:
        raise ConnectionResetError("the client left while its stream was opened")
    return SocketWire(request.transport, is_chunked=getattr(writer, "chunked", True))


def _client(stream: str, wire: SocketWire, begun: Opening, view: View, *, alone: bool) -> Client:
    """A client of one project; several on one connection are told apart by their projects."""
    name = stream if alone else f"{stream}/{begun.project}"
    return Client(name, begun.project, wire, begun.cursor, view)


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
