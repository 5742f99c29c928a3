"""The HTTP API and the event stream, as a client in the terminal uses them."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from http import HTTPStatus
from typing import Any, BinaryIO, NamedTuple, Self

import aiohttp

RECONNECTS = 30
"""So often in a row, without hearing anything; with the waits between them, about half a minute."""

LONGEST_WAIT_S = 1.0
READ_TIMEOUT_S = 60.0
"""Heartbeats come every 15 s, so that silence for this long is a dead connection."""


class RefusedError(Exception):
    """The server refused a request; the message is its own sentence."""


class StreamLostError(Exception):
    """The event stream is gone, and the server does not take us up again."""


class Heard(NamedTuple):
    """One event of the stream; `id` is the place it stands for (live updates have none), `text` its data as sent."""

    name: str
    data: dict[str, Any]
    id: str | None = None
    text: str = ""


class Client:
    """One session with one server."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self._session = aiohttp.ClientSession(headers={"Authorization": f"Bearer {token}"})

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def get(self, path: str) -> dict[str, Any]:
        """A JSON answer. Raises RefusedError."""
        async with self._session.get(self.url + path) as response:
            return await _json(response)

    async def post(self, path: str, body: dict[str, object]) -> dict[str, Any]:
        """Send a command. Raises RefusedError."""
        async with self._session.post(self.url + path, json=body) as response:
            return await _json(response)

    async def delete(self, path: str) -> dict[str, Any]:
        """Take something away. Raises RefusedError."""
        async with self._session.delete(self.url + path) as response:
            return await _json(response)

    async def get_bytes(self, path: str) -> bytes:
        """The bytes of an artifact. Raises RefusedError."""
        async with self._session.get(self.url + path) as response:
            if response.status >= HTTPStatus.BAD_REQUEST:
                await _json(response)
            return await response.read()

    async def download(self, path: str, target: BinaryIO) -> None:
        """A file of any size, whole. Raises RefusedError, and aiohttp.ClientPayloadError when it is cut short."""
        timeout = aiohttp.ClientTimeout(total=None)
        async with self._session.get(self.url + path, timeout=timeout) as response:
            if response.status >= HTTPStatus.BAD_REQUEST:
                await _json(response)
            async for chunk in response.content.iter_any():
                target.write(chunk)

    async def upload(self, path: str, source: BinaryIO) -> dict[str, Any]:
        """Send a file. Raises RefusedError."""
        timeout = aiohttp.ClientTimeout(total=None)
        async with self._session.post(self.url + path, data=source, timeout=timeout) as response:
            return await _json(response)

    async def events(self, project: str) -> AsyncGenerator[Heard, None]:
        """The events of a project from now on, beginning with a snapshot; a cut is mended by the last id.

        Raises RefusedError, and StreamLostError when it cannot be mended.
        """
        cursor: str | None = None
        silent = 0
        while silent < RECONNECTS:
            try:
                async for name, data, last_id in self._stream(project, cursor):
                    silent, cursor = 0, last_id or cursor
                    if data:
                        yield Heard(name, json.loads(data), last_id, data)
            except (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError, TimeoutError):
                pass  # what was missed is told again after the cursor
            await asyncio.sleep(min(LONGEST_WAIT_S, 0.02 * 2**silent))
            silent += 1
        message = f"the event stream of {self.url} was cut and could not be opened again; the work may go on there"
        raise StreamLostError(message)

    async def _stream(self, project: str, cursor: str | None) -> AsyncIterator[tuple[str, str, str | None]]:
        timeout = aiohttp.ClientTimeout(total=None, sock_read=READ_TIMEOUT_S)
        headers = {"Last-Event-ID": cursor} if cursor else {}
        path = f"{self.url}/api/projects/{project}/events"
        async with self._session.get(path, headers=headers, timeout=timeout) as response:
            if response.status != HTTPStatus.OK:
                await _json(response)
            fields: dict[str, str] = {}
            async for line in _lines(response):
                if line:
                    name, _, value = line.partition(": ")
                    fields[name] = value
                elif fields:
                    yield fields.get("event", "message"), fields.get("data", ""), fields.get("id")
                    fields = {}


async def _lines(response: aiohttp.ClientResponse) -> AsyncIterator[str]:
    """Lines of any length: a snapshot is one line, and longer than the reader's own limit."""
    held = b""
    async for chunk in response.content.iter_any():
        *whole, held = (held + chunk).split(b"\n")
        for line in whole:
            yield line.decode()


async def _json(response: aiohttp.ClientResponse) -> dict[str, Any]:
    try:
        body: dict[str, Any] = await response.json(content_type=None)
    except ValueError as error:
        message = f"{response.url.origin()} answered with something that is no JSON (status {response.status})"
        raise RefusedError(message) from error
    if response.status >= HTTPStatus.BAD_REQUEST:
        detail = body.get("detail") or body.get("title") or response.reason
        message = f"{detail} ({body.get('code', response.status)})"
        raise RefusedError(message)
    return body
