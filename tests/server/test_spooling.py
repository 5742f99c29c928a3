import asyncio
import hashlib
import io

import pytest
from aiohttp import StreamReader, web
from aiohttp.base_protocol import BaseProtocol
from aiohttp.test_utils import make_mocked_request

from server import spooling
from server.problems import Problem
from server.spooling import spool

pytestmark = pytest.mark.anyio


def coming(*chunks: bytes, ends: bool = True) -> web.Request:
    loop = asyncio.get_running_loop()
    protocol = BaseProtocol(loop)
    protocol.connection_made(asyncio.Transport())
    payload = StreamReader(protocol, 2**16, loop=loop)
    for chunk in chunks:
        payload.feed_data(chunk)
    if ends:
        payload.feed_eof()
    return make_mocked_request("POST", "/", payload=payload)


async def test_a_body_is_on_the_disk_and_known_by_its_digest() -> None:
    target = io.BytesIO()
    digest = await spool(coming(b"one", b"two"), target)
    assert (target.read(), digest) == (b"onetwo", hashlib.sha256(b"onetwo").digest())


async def test_a_body_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spooling, "LARGEST_FILE_BYTES", 5)
    with pytest.raises(Problem) as refused:
        await spool(coming(b"one", b"two"), io.BytesIO())
    assert (refused.value.status, refused.value.code) == (413, "body.too-large")


async def test_a_body_that_does_not_come_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spooling, "BODY_S", 0.01)
    with pytest.raises(Problem) as refused:
        await spool(coming(b"one", ends=False), io.BytesIO())
    assert (refused.value.status, refused.value.code) == (408, "body.too-slow")
