"""A model server in this process that remembers what it was asked: the demo composer, or a script that comes first."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any, Self

from aiohttp import web
from aiohttp.typedefs import Handler

import composer

LONGEST_HELD_S = 60.0

Script = Callable[[Sequence[dict[str, Any]]], str | None]
"""The text that answers these messages, or None to leave them to the demo composer."""


def fingerprint(messages: object) -> str:
    """What makes one question another one."""
    return hashlib.sha256(json.dumps(messages, sort_keys=True).encode()).hexdigest()


class ModelServer:
    """`async with ModelServer()` serves it; `asked` are the fingerprints of all questions, in order.

    Before `opening` is set no question is answered.
    """

    def __init__(
        self, *, pace: float = 0.0, script: Script | None = None, opening: asyncio.Event | None = None
    ) -> None:
        self._pace = pace
        self._script = script
        self._opening = opening
        self._base_url = ""
        self.asked: list[str] = []

    @property
    def settings(self) -> dict[str, str]:
        """The environment of a Bazaar that shall ask here."""
        return {"OPENAI_BASE_URL": self._base_url, "OPENAI_API_KEY": "none", "BAZAAR_MODEL": composer.MODEL}

    async def __aenter__(self) -> Self:
        app = composer.application(self._pace)
        app.middlewares.append(self._remembering)
        self._runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._base_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/v1"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    @web.middleware
    async def _remembering(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        messages = json.loads(await request.read())["messages"]
        self.asked.append(fingerprint(messages))
        if self._opening:
            async with asyncio.timeout(LONGEST_HELD_S):
                await self._opening.wait()
        text = self._script(messages) if self._script else None
        return await handler(request) if text is None else await _say(request, text)


async def _say(request: web.Request, text: str) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    for delta, finish in (({"role": "assistant", "content": text}, None), ({}, "stop")):
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        chunk = {"id": "said", "object": "chat.completion.chunk", "created": 0, "model": composer.MODEL}
        await response.write(f"data: {json.dumps({**chunk, 'choices': [choice]})}\n\n".encode())
    await response.write(b"data: [DONE]\n\n")
    return response
