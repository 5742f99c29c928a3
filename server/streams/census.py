"""`GET /api/streams`: who listens, how far each was sent, and how far that is behind."""

from typing import Literal

from aiohttp import web

from pipeline.ids import JobId, ProjectId
from pipeline.value import Value
from server.answers import json_answer
from server.handles import handles_of
from server.reading import reading
from server.streams.client import Client
from server.streams.hub import Hub
from server.streams.notes import NOTES, Notes
from storage.timestamps import iso

MOST_NOTED = 200


class OpenStream(Value):
    """A stream that is open: `lag` counts the events it was not sent yet, `unsent_bytes` what it does not read."""

    stream: str
    project: ProjectId
    job: JobId | None
    last_event_id: str
    lag: int
    state: Literal["live", "behind", "stalled"]
    unsent_bytes: int
    connected_at: str


class PastStream(Value):
    """A stream as it was noted last: for display, never taken for what its client received."""

    stream: str
    project: ProjectId
    last_event_id: str
    lag: int
    connected_at: str
    seen_at: str


class StreamList(Value):
    """The open streams of this process, and the noted ones of the store, the latest first."""

    open: tuple[OpenStream, ...]
    noted: tuple[PastStream, ...]


async def get_streams(request: web.Request) -> web.Response:
    """Who listens, and how far each was sent."""
    return json_answer(await stream_list(request))


async def stream_list(request: web.Request) -> StreamList:
    """The open streams of this process, and those that are noted."""
    handles, notes = handles_of(request), request.app[NOTES]
    noted = await reading(handles.reader.noted_streams, MOST_NOTED)
    past = tuple(
        PastStream(
            stream=one.stream,
            project=one.project,
            last_event_id=one.last_event_id,
            lag=one.lag,
            connected_at=iso(one.connected_at),
            seen_at=iso(one.seen_at),
        )
        for one in noted
    )
    here = tuple(_open(handles.hub, notes, client) for client in handles.hub.clients())
    return StreamList(open=here, noted=past)


def _open(hub: Hub, notes: Notes, client: Client) -> OpenStream:
    behind: Literal["stalled", "behind"] = "stalled" if client.wire.paused else "behind"
    return OpenStream(
        stream=client.stream,
        project=client.project,
        job=client.view.job,
        last_event_id=str(client.cursor),
        lag=hub.lag(client),
        state="live" if client.is_live else behind,
        unsent_bytes=client.wire.unsent_bytes,
        connected_at=iso(notes.connected_at(client)),
    )
