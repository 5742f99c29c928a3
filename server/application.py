"""The server, put together: what stands before every handler, the API, the pages, and the timers of the streams."""

import asyncio
import json
import logging
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from weakref import WeakValueDictionary

from aiohttp import web

from pipeline.assets import LARGEST_ASSET_BYTES
from server import pages
from server.assets import get_preview_asset
from server.authentication import authentication
from server.console.routes import CONSOLE_ROUTES
from server.console.stream import WATCH
from server.console.watch import Watch
from server.correlation import correlated, tell_correlation
from server.gate import gate
from server.handles import HANDLES, Handles
from server.headers import secure
from server.idempotency import FLIGHTS
from server.login import get_console_login, get_login
from server.openapi import DOCUMENT, document
from server.problems import problems
from server.routes import ROUTES, routed
from server.streams.admission import ADMISSION, Admission
from server.streams.notes import NOTES, Notes

logger = logging.getLogger(__name__)

HEARTBEAT_S = 15.0
NOTE_S = 5.0
LET_IN_AT_ONCE, MOST_IN_LINE = 32, 4096
SHUTDOWN_S = 2.0
"""How long requests in hand may take to end when the server stops; streams are ended at once."""

PAGES = (
    web.get("/", pages.get_editor),
    web.get("/login", get_login, allow_head=False),
    web.get("/console/login", get_console_login, allow_head=False),
    web.get("/assets/{path:.+}", pages.get_asset),
    web.get("/preview/frame.html", pages.get_frame),
    web.get("/preview/vendor/{path:.+}", pages.get_vendor),
    web.get("/preview/assets/{signature}/{project}/{name}", get_preview_asset),
    web.get("/preview/{path:.+}", pages.get_preview),
)


def application(handles: Handles) -> web.Application:
    """The whole server as one aiohttp application."""
    app = web.Application(
        middlewares=[correlated, problems, gate, authentication], client_max_size=LARGEST_ASSET_BYTES + 1
    )
    app[HANDLES] = handles
    app[NOTES] = Notes(handles.journal, handles.clock)
    app[FLIGHTS] = WeakValueDictionary()
    app[ADMISSION] = Admission(handles.limits)
    app[DOCUMENT] = json.dumps(document(ROUTES)).encode()
    app[WATCH] = Watch(handles.console.snapshot if handles.console else dict)
    app.add_routes([*routed(ROUTES), *PAGES, *CONSOLE_ROUTES])
    app.on_response_prepare.extend((secure, tell_correlation))
    app.cleanup_ctx.append(_streams)
    app.on_shutdown.append(_end_streams)
    return app


def runner(app: web.Application) -> web.AppRunner:
    """How the application is run: no access log (an address may hold the token), and a handler ends with its client."""
    return web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=SHUTDOWN_S)


async def listen(running: web.AppRunner, listener: socket.socket) -> None:
    """Take callers. After a restart thousands come at once: they stand in line, and a few at a time are let in.

    A caller takes most while its request is read; all at once they would take five times as much, for good.
    """
    await web.SockSite(running, listener, backlog=LET_IN_AT_ONCE).start()
    listener.listen(MOST_IN_LINE)


async def _streams(app: web.Application) -> AsyncIterator[None]:
    """The hub lives on this loop, and two timers serve all streams."""
    hub = app[HANDLES].hub
    hub.open()
    timers = [
        asyncio.create_task(_every(HEARTBEAT_S, lambda: hub.beat(app[HANDLES].clock()))),
        asyncio.create_task(_every(NOTE_S, app[NOTES].note_changed)),
    ]
    yield
    for timer in timers:
        timer.cancel()
        with suppress(asyncio.CancelledError):
            await timer


async def _end_streams(app: web.Application) -> None:
    hub = app[HANDLES].hub
    hub.close()
    app[WATCH].close()
    await hub.emptied(SHUTDOWN_S)


async def _every(seconds: float, do: Callable[[], None]) -> None:
    """One beat that goes wrong is logged; the next one comes."""
    while True:
        await asyncio.sleep(seconds)
        try:
            do()
        except Exception:
            logger.exception("a timer of the streams failed")
