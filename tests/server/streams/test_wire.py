import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from aiohttp_sse import EventSourceResponse

from server.streams.wire import SocketWire, StalledError, bare, chunked
from tests.server.living import served

pytestmark = pytest.mark.anyio

REQUEST = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
Told = asyncio.Future[BaseException | None]


@asynccontextmanager
async def connected(do: Callable[[SocketWire], Awaitable[None]]) -> AsyncIterator[tuple[socket.socket, Told]]:
    """A client socket that reads nothing by itself, and what came of `do` on the server's side."""
    outcome: Told = asyncio.get_running_loop().create_future()

    async def handle(request: web.Request) -> web.StreamResponse:
        response = EventSourceResponse()
        writer = await response.prepare(request)
        response.stop_streaming()
        assert writer is not None
        assert request.transport is not None
        try:
            await do(SocketWire(request.transport, request.protocol, writer))
            outcome.set_result(None)
        except (ConnectionError, asyncio.CancelledError) as error:
            outcome.set_result(error)
        return response

    app = web.Application()
    app.router.add_get("/", handle)
    server = socket.create_server(("127.0.0.1", 0))
    async with served(app, server):
        with socket.create_connection(server.getsockname()) as client:
            client.sendall(REQUEST)
            yield client, outcome


async def flood(wire: SocketWire) -> None:
    while not wire.paused:
        wire.write(chunked(b"x" * 65_536))
        await asyncio.sleep(0)


def test_a_chunk_says_its_length_in_hex() -> None:
    assert chunked(b"x" * 26) == b"1a\r\n" + b"x" * 26 + b"\r\n"


def test_a_chunk_is_bare_again_whatever_lies_in_it() -> None:
    assert bare(chunked(b"id: 1\r\n\n")) == b"id: 1\r\n\n"


async def test_cuts_off_a_client_that_reads_nothing() -> None:
    async def do(wire: SocketWire) -> None:
        await flood(wire)
        await wire.drained(0.05)

    async with connected(do) as (_, outcome):
        error = await asyncio.wait_for(outcome, 5)
    assert isinstance(error, StalledError)


async def test_notices_a_client_that_leaves_while_it_waits() -> None:
    flooded = asyncio.Event()

    async def do(wire: SocketWire) -> None:
        await flood(wire)
        flooded.set()
        await wire.drained(30)

    async with connected(do) as (client, outcome):
        await flooded.wait()
        client.close()
        error = await asyncio.wait_for(outcome, 5)
    assert isinstance(error, ConnectionError | asyncio.CancelledError)
    assert not isinstance(error, StalledError)


async def test_a_client_that_can_take_more_is_not_waited_for() -> None:
    async def do(wire: SocketWire) -> None:
        wire.write(chunked(b"data: x\n\n"))
        await wire.drained(0.05)

    async with connected(do) as (_, outcome):
        assert await asyncio.wait_for(outcome, 5) is None
