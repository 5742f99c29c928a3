"""A console on a server of its own, in a thread of this process: what `run.py` serves below /console, and no more."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server, socket
from typing import Any, cast

from aiohttp import web

from actors.log import Log
from app.settings import ROOT
from server.application import application, runner
from server.console.console import Console, Json, Overview
from server.handles import Handles
from server.streams.hub import Hub
from storage.condition import Condition

TOKEN = "an-operators-token-of-a-benchmark"  # noqa: S105  # of nobody
QUIET: Json = {"boot": "0", "faults": [], "troubles": {}, "jobs": {}, "streams": 0}
_NOTHING = cast("Any", None)


def console_on(overview: Overview, snapshot: Any) -> Console:  # noqa: ANN401  # a call that gives a snapshot
    """A console that can be looked at; nothing is stored behind it."""
    return Console(
        boot="0",
        overview=overview,
        log=Log(time.time),
        snapshot=lambda: {**snapshot(), **QUIET},
        audit=_kept_nowhere,
        past=_NOTHING,
        letters=list,
        actions=lambda _: (),
        faults=_NOTHING,
        sweeps=_NOTHING,
        health=dict,
        incident=lambda _, __: {},
    )


def _kept_nowhere(action: str, target: str, reason: str, outcome: str) -> None:
    del action, target, reason, outcome


@contextmanager
def served(console: Console) -> Iterator[str]:
    """Where it answers, until the block ends."""
    listener = create_server(("127.0.0.1", 0))
    host = f"127.0.0.1:{listener.getsockname()[1]}"
    loop, ready = asyncio.new_event_loop(), threading.Event()
    app = application(_handles(console, host))
    thread = threading.Thread(target=_live, args=(loop, app, listener, ready), daemon=True)
    thread.start()
    ready.wait()
    try:
        yield f"http://{host}"
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


def _live(loop: asyncio.AbstractEventLoop, app: web.Application, listener: socket, ready: threading.Event) -> None:
    async def serve() -> web.AppRunner:
        running = runner(app)
        await running.setup()
        await web.SockSite(running, listener).start()
        return running

    running = loop.run_until_complete(serve())
    loop.call_soon(ready.set)
    loop.run_forever()
    loop.run_until_complete(running.cleanup())
    loop.close()


def _handles(console: Console, host: str) -> Handles:
    return Handles(
        journal=_NOTHING,
        reader=_NOTHING,
        artifacts=_NOTHING,
        hub=Hub(),
        token="another",  # noqa: S106  # of nobody
        operator_token=TOKEN,
        allowed_hosts=frozenset({host}),
        pages=Path(ROOT) / "web" / "dist",
        model={},
        condition=Condition(),
        keeper=_NOTHING,
        readiness=dict,
        metrics=bytes,
        ids=str,
        clock=time.time,
        console=console,
    )
