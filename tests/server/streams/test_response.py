import asyncio
import gc
import socket
import weakref

import pytest
from aiohttp import ClientSession, web

from server.streams.response import UNTOUCHED, EventStream
from server.streams.wire import SocketWire, chunked
from tests.server.living import served
from tests.server.ticking import until

pytestmark = pytest.mark.anyio


async def test_nothing_of_the_request_is_kept_while_the_stream_goes_on() -> None:
    wires: list[SocketWire] = []
    kept: list[weakref.ref[object]] = []

    async def handle(request: web.Request) -> web.StreamResponse:
        response = EventStream()
        await response.prepare(request)
        assert request.transport is not None
        wires.append(SocketWire(request.transport))
        kept.extend((weakref.ref(request), weakref.ref(response)))
        return response

    app = web.Application()
    app.router.add_get("/", handle)
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    before = asyncio.all_tasks()
    async with served(app, listener), ClientSession() as session, session.get(url) as response:
        assert (response.status, response.headers["Cache-Control"]) == (200, UNTOUCHED)
        await until(lambda: asyncio.all_tasks() == before)
        gc.collect()
        assert [held() for held in kept] == [None, None]
        wires[0].write(chunked(b"data: x\n\n"))
        wires[0].finish()
        assert await asyncio.wait_for(response.read(), 30) == b"data: x\n\n"
