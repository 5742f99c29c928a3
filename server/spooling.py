"""Bodies that are files: written to the disk as they come, so that memory does not grow with them."""

import asyncio
import hashlib
from typing import BinaryIO

from aiohttp import web

from server.problems import Problem
from server.requests import BODY_S

LARGEST_FILE_BYTES = 2 * 1024**3
CHUNK_BYTES = 256 * 1024


async def spool(request: web.Request, target: BinaryIO) -> bytes:
    """Write the body to a file; returns its SHA-256. Raises Problem 408 and 413."""
    digest, left = hashlib.sha256(), LARGEST_FILE_BYTES
    while chunk := await _chunk(request):
        left -= len(chunk)
        if left < 0:
            detail = f"the file is larger than {LARGEST_FILE_BYTES:,} bytes; send less"
            raise Problem(413, "body.too-large", detail, headers={"Connection": "close"})
        digest.update(chunk)
        await asyncio.to_thread(target.write, chunk)
    target.seek(0)
    return digest.digest()


async def _chunk(request: web.Request) -> bytes:
    try:
        async with asyncio.timeout(BODY_S):
            return await request.content.read(CHUNK_BYTES)
    except TimeoutError as error:
        detail = f"nothing of the body came for {BODY_S:g} s; send the request again"
        raise Problem(408, "body.too-slow", detail, headers={"Connection": "close"}) from error
