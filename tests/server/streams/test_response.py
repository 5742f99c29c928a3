import asyncio
import socket

import pytest
from aiohttp import ClientSession, web

from server.streams.response import UNTOUCHED, EventStream
from tests.server.living import served

pytestmark = pytest.mark.anyio


async def test_serves_when_the_handler_and_what_stands_around_it_have_returned() -> None:
    happened: list[str] = []

    @web.middleware
    async def around(request: web.Request, handler: object) -> web.StreamResponse:
        del handler
        response = EventStream()

        async def serve() -> None:
            happened.append("served")
            await response.write(b"data: x\n\n")

        await response.prepare(request)
        response.serve = serve
        happened.append("returned")
        return response

    app = web.Application(middlewares=[around])
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    async with served(app, listener), ClientSession() as session, session.get(url) as response:
        assert (response.status, response.headers["Cache-Control"]) == (200, UNTOUCHED)
        assert await asyncio.wait_for(response.read(), 30) == b"data: x\n\n"
    assert happened == ["returned", "served"]
