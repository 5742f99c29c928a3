"""What concerns the whole, or a whole project: clean, back up, export, import."""

import asyncio
import secrets
from typing import BinaryIO

from aiohttp import web

from pipeline.ids import ProjectId
from pipeline.value import Value
from server.answers import json_answer
from server.command import Command, keyed
from server.handles import handles_of
from server.idempotency import answer_once, digest_of
from server.problems import Problem, known
from server.reading import reading
from server.requests import idempotency_key, read
from server.spooling import spool
from storage.errors import StoreTooNewError, UnusableFileError

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


async def get_export(request: web.Request) -> web.StreamResponse:
    """A project in one file."""
    keeper, project = handles_of(request).keeper, ProjectId(request.match_info["project"])
    with keeper.spool() as whole, known("project"):
        await reading(keeper.export, project, whole)
        return await send(request, whole, f"{project}.tar")


async def post_import(request: web.Request) -> web.StreamResponse:
    """A project from a file, as a copy under ids of its own."""
    key = idempotency_key(request)
    with handles_of(request).keeper.spool() as file:
        digest = await spool(request, file)

        async def take_in(_: web.Request) -> web.Response:
            return await _taken_in(request, file, key or secrets.token_hex(8))

        if key is None:
            return await take_in(request)
        return await answer_once(request, Command(key, digest_of(request, digest)), take_in)


async def _taken_in(request: web.Request, file: BinaryIO, seed: str) -> web.Response:
    handles = handles_of(request)
    try:
        project = await reading(handles.keeper.take_in, file, seed, keyed)
    except (UnusableFileError, StoreTooNewError) as error:
        raise Problem(422, "file.unusable", str(error)) from error
    snapshot = await reading(handles.reader.snapshot, project)
    told = snapshot.model_copy(update={"model": handles.model})
    return json_answer(told, 201, {"Location": f"/api/projects/{project}"})


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
