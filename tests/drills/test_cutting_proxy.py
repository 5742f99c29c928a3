import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from drills.cutting_proxy import CuttingProxy

pytestmark = pytest.mark.anyio

SENT = b"x" * 400_000


@asynccontextmanager
async def through(*, calm: bool) -> AsyncIterator[CuttingProxy]:
    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(SENT)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server, CuttingProxy(seed=1) as proxy:
        proxy.upstream, proxy.is_calm = server.sockets[0].getsockname()[1], calm
        yield proxy


async def read(proxy: CuttingProxy) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
    received = b""
    try:
        while piece := await reader.read(65536):
            received += piece
    except ConnectionResetError:
        pass
    writer.close()
    return received


async def test_a_calm_proxy_lets_everything_through() -> None:
    async with through(calm=True) as proxy:
        assert (await read(proxy), proxy.cuts) == (SENT, 0)


async def test_another_cuts_somewhere_in_the_middle() -> None:
    async with through(calm=False) as proxy:
        assert 0 < len(await read(proxy)) < len(SENT)
        assert proxy.cuts == 1


async def test_where_nobody_answers_the_connection_just_ends() -> None:
    async with CuttingProxy(seed=1) as proxy:
        proxy.upstream = 1
        assert await read(proxy) == b""
