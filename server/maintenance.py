"""What an operator does to the whole: clean, back up."""

import asyncio
from typing import BinaryIO

from aiohttp import web

from pipeline.value import Value
from server.answers import json_answer
from server.handles import handles_of
from server.reading import reading
from server.requests import read

CHUNK_BYTES = 256 * 1024


class CleanRequest(Value):
    """`dry_run` only counts what would go."""

    dry_run: bool = False


class CleanedClass(Value):
    """What went of one class of what is stored, or would go."""

    kind: str
    items: int
    bytes: int


class CleanReport(Value):
    """What went."""

    removed: tuple[CleanedClass, ...]


async def post_clean(request: web.Request) -> web.Response:
    """Remove what has its time behind it, or count it."""
    asked = await read(request, CleanRequest)
    removed = await reading(handles_of(request).keeper.clean, dry_run=asked.dry_run)
    return json_answer(CleanReport(removed=tuple(CleanedClass(**vars(one)) for one in removed)))


async def get_backup(request: web.Request) -> web.StreamResponse:
    """The whole data folder in one file, as of one moment."""
    keeper = handles_of(request).keeper
    with keeper.spool() as whole:
        await reading(keeper.back_up, whole)
        return await send(request, whole, "bazaar-backup.tar")


async def send(request: web.Request, whole: BinaryIO, name: str) -> web.StreamResponse:
    """A file that is whole already, so that what is cut short on the way is seen to be."""
    response = web.StreamResponse(headers={"Content-Disposition": f'attachment; filename="{name}"'})
    response.content_type = "application/x-tar"
    response.content_length = whole.tell()
    whole.seek(0)
    await response.prepare(request)
    while chunk := await asyncio.to_thread(whole.read, CHUNK_BYTES):
        await response.write(chunk)
    await response.write_eof()
    return response
