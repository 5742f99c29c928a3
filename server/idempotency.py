"""A command under an Idempotency-Key is done once: the same request again gets the same answer, another one is refused.

The key lies in the database in the transaction of what the command wrote, so it holds across a crash and a restart.
Where the answer did not come to be kept, the command runs again, and each of its writes answers as the first time.
"""

import asyncio
import hashlib
import json
import logging
from functools import wraps
from weakref import WeakValueDictionary

from aiohttp import web
from aiohttp.typedefs import Handler

from server.command import Command, in_hand
from server.handles import handles_of
from server.problems import Problem
from server.reading import reading
from server.requests import idempotency_key, whole_body
from server.writing import write
from storage.entries import KeepAnswer
from storage.stored import KeptAnswer

logger = logging.getLogger(__name__)

FLIGHTS = web.AppKey("flights", WeakValueDictionary[str, asyncio.Lock])
"""The keys that are being answered now: the same key twice at once is one after the other."""

REPEATED = "Idempotency-Replayed"
_KEPT_HEADERS = ("Content-Type", "Location")


def once(handler: Handler) -> Handler:
    """The handler, done once per key; without a key, as often as it is asked."""

    @wraps(handler)
    async def guarded(request: web.Request) -> web.StreamResponse:
        key = idempotency_key(request)
        if key is None:
            return await handler(request)
        return await answer_once(request, Command(key, digest_of(request, await whole_body(request))), handler)

    return guarded


async def answer_once(request: web.Request, command: Command, handler: Handler) -> web.StreamResponse:
    """As it was answered before, or as the handler answers it now. Raises Problem 422 for the key of another one."""
    async with request.app[FLIGHTS].setdefault(command.key, asyncio.Lock()):
        return await _kept(request, command) or await _answer(request, command, handler)


def digest_of(request: web.Request, body: bytes) -> str:
    """What stands for all that the request asks."""
    asked = f"{request.method} {request.path_qs}".encode()
    return hashlib.sha256(asked + b"\0" + _plain(body)).hexdigest()


async def _kept(request: web.Request, command: Command) -> web.Response | None:
    """What the command was answered with before. Raises Problem 422 where the key stands for another one."""
    known = await reading(handles_of(request).reader.known_key, command.key)
    if known is None:
        return None
    if known.digest != command.digest:
        detail = "the Idempotency-Key was used before for another request: take a new one"
        raise Problem(422, "idempotency.mismatch", detail)
    if known.answer is None:
        return None
    kept = known.answer
    headers = {**kept.headers, REPEATED: "true"}
    return web.Response(body=kept.body.encode(), status=kept.status, headers=headers)


async def _answer(request: web.Request, command: Command, handler: Handler) -> web.StreamResponse:
    with in_hand(command):
        response = await handler(request)
    if isinstance(response, web.Response) and response.status < web.HTTPBadRequest.status_code:
        await _keep(request, command, response)
    return response


async def _keep(request: web.Request, command: Command, response: web.Response) -> None:
    """Keep the answer; where that fails the effect is stored all the same, and a repetition works the answer out."""
    headers = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
    answer = KeptAnswer(response.status, headers, response.text or "")
    try:
        await write(handles_of(request), KeepAnswer(command.key, command.digest, answer))
    except Problem:
        logger.warning("an answer was not kept", extra={"path": request.path})


def _plain(body: bytes) -> bytes:
    """The body without what does not matter: the order of names, and blanks."""
    try:
        return json.dumps(json.loads(body), sort_keys=True).encode()
    except ValueError:
        return body
