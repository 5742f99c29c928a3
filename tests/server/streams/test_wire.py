import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from server.streams.wire import SocketWire, StalledError, bare, chunked

pytestmark = pytest.mark.anyio

PATIENCE_S = 30.0


class Before(asyncio.Protocol):
    """Whoever holds the connection before it becomes a stream's."""

    def __init__(self, made: "asyncio.Queue[asyncio.Transport]") -> None:
        self._made = made

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._made.put_nowait(transport)


@asynccontextmanager
async def connected(*, is_chunked: bool = True) -> AsyncIterator[tuple[SocketWire, socket.socket, asyncio.Event]]:
    """A wire, the client's socket that reads nothing by itself, and when the wire said that its client left."""
    made: asyncio.Queue[asyncio.Transport] = asyncio.Queue()
    server = await asyncio.get_running_loop().create_server(lambda: Before(made), "127.0.0.1", 0)
    async with server:
        with socket.create_connection(server.sockets[0].getsockname()) as client:
            client.settimeout(PATIENCE_S)
            wire, left = SocketWire(await made.get(), is_chunked=is_chunked), asyncio.Event()
            wire.left = left.set
            yield wire, client, left
            wire.abort()
            await asyncio.wait_for(left.wait(), PATIENCE_S)


async def flood(wire: SocketWire) -> None:
    while not wire.paused:
        wire.write(chunked(b"x" * 65_536))
        await asyncio.sleep(0)


async def heard(client: socket.socket) -> bytes:
    """All that comes until the connection ends."""
    return await asyncio.to_thread(lambda: b"".join(iter(lambda: client.recv(65_536), b"")))


def test_a_chunk_says_its_length_in_hex() -> None:
    assert chunked(b"x" * 26) == b"1a\r\n" + b"x" * 26 + b"\r\n"


def test_a_chunk_is_bare_again_whatever_lies_in_it() -> None:
    assert bare(chunked(b"id: 1\r\n\n")) == b"id: 1\r\n\n"


async def test_a_stream_that_is_finished_ends_as_http_has_it() -> None:
    async with connected() as (wire, client, _):
        wire.write(chunked(b"data: x\n\n"))
        wire.finish()
        wire.finish()
        assert await heard(client) == chunked(b"data: x\n\n") + b"0\r\n\r\n"


async def test_where_chunks_are_not_known_there_are_none() -> None:
    async with connected(is_chunked=False) as (wire, client, _):
        wire.write(chunked(b"data: x\n\n"))
        wire.finish()
        assert await heard(client) == b"data: x\n\n"


async def test_says_once_that_its_client_left_and_takes_no_harm_from_what_it_says() -> None:
    async with connected() as (wire, client, left):
        client.sendall(b"GET / HTTP/1.1\r\n\r\n")
        client.close()
        await asyncio.wait_for(left.wait(), PATIENCE_S)
        assert wire.closing
        wire.write(chunked(b"data: x\n\n"))
        wire.finish()


async def test_cuts_off_a_client_that_reads_nothing() -> None:
    async with connected() as (wire, _, left):
        await flood(wire)
        with pytest.raises(StalledError):
            await wire.drained(0.05)
        await asyncio.wait_for(left.wait(), PATIENCE_S)


async def test_a_client_that_reads_nothing_is_not_waited_for_at_the_end() -> None:
    async with connected() as (wire, _, left):
        await flood(wire)
        wire.finish()
        await asyncio.wait_for(left.wait(), PATIENCE_S)


async def test_notices_a_client_that_leaves_while_it_waits() -> None:
    async with connected() as (wire, client, _):
        await flood(wire)
        waiting = asyncio.gather(wire.drained(PATIENCE_S), wire.drained(PATIENCE_S), return_exceptions=True)
        await asyncio.sleep(0)
        client.close()
        for error in await asyncio.wait_for(waiting, PATIENCE_S):
            assert isinstance(error, ConnectionResetError)


async def test_all_who_wait_go_on_when_the_client_reads() -> None:
    async with connected() as (wire, client, _):
        await flood(wire)
        waiting = asyncio.gather(wire.drained(PATIENCE_S), wire.drained(PATIENCE_S))
        while not waiting.done():
            await asyncio.to_thread(client.recv, 65_536)
        await waiting


async def test_a_client_that_can_take_more_is_not_waited_for() -> None:
    async with connected() as (wire, _, _):
        wire.write(chunked(b"data: x\n\n"))
        await wire.drained(0.05)
