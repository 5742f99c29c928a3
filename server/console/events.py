"""The log of events by filter, who listens to it, and what was decided and done."""

from dataclasses import asdict

from aiohttp import web

from server.console.asking import console_of
from server.console.discretion import without_secrets
from server.console.jobs import limit_of
from server.reading import reading
from server.streams.census import stream_list
from server.streams.wire import HIGH_WATER_BYTES

EVENT_FILTERS = ("project", "type", "job", "text", "before")


async def get_events(request: web.Request) -> web.Response:
    """Events of all projects, the newest first."""
    asked = {name: value for name in EVENT_FILTERS if (value := request.query.get(name))}
    events = await reading(console_of(request).past.events, asked, limit_of(request, 100))
    return web.json_response({"events": [without_secrets(event) for event in events]})


async def get_streams(request: web.Request) -> web.Response:
    """Who listens, how far each was sent, and the most that one may leave unread."""
    listed = (await stream_list(request)).model_dump(mode="json")
    return web.json_response({**listed, "buffer_bytes": HIGH_WATER_BYTES})


async def get_decisions(request: web.Request) -> web.Response:
    """What the supervisor decided in this life of the process, the newest first."""
    child, limit = request.query.get("child"), limit_of(request, 200)
    here = console_of(request).overview.decisions(1_000)
    chosen = [decision for decision in here if child in (None, decision["child"])][:limit]
    return web.json_response({"decisions": chosen})


async def get_actions(request: web.Request) -> web.Response:
    """What operators did, as it is stored."""
    actions = await reading(console_of(request).actions, limit_of(request, 200))
    return web.json_response({"actions": [asdict(action) for action in actions]})


ROUTES = (
    web.get("/console/api/events", get_events),
    web.get("/console/api/streams", get_streams),
    web.get("/console/api/decisions", get_decisions),
    web.get("/console/api/actions", get_actions),
)
