"""A server that speaks the OpenAI wire and fails as real ones do; requests and chunks are held to the SDK's types."""

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from queue import Queue
from typing import Any

from aiohttp import web
from openai.types.chat import ChatCompletionChunk
from pydantic import TypeAdapter

from actors.llm.adapters import chat, responses

Script = Callable[["Call"], Awaitable[None]]
Body = dict[str, Any]
USAGE: Body = {
    "prompt_tokens": 11,
    "completion_tokens": 7,
    "total_tokens": 18,
    "prompt_tokens_details": {"cached_tokens": 3},
}


@dataclass
class Call:
    """One request and the answer to it, as far as it went."""

    asked: Body
    key: str
    http: web.Request
    stream: web.StreamResponse | None = None
    goes_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, *chunks: Body) -> None:
        """Send chunks that the SDK's types allow."""
        for chunk in chunks:
            await self.write(encoded(chunk))

    async def write(self, data: bytes) -> None:
        """Send bytes as they are, in a packet of their own."""
        if self.stream is None:
            self.stream = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
            await self.stream.prepare(self.http)
        await self.stream.write(data)


def chunk(text: str | None = None, *, finish: str | None = None, calls: list[Body] | None = None) -> Body:
    """A chunk of an answer."""
    delta: Body = {"role": "assistant"}
    if text is not None:
        delta["content"] = text
    if calls:
        delta["tool_calls"] = calls
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m-1", "choices": [choice]}


def usage() -> Body:
    """The chunk that counts the tokens."""
    return {**chunk(), "choices": [], "usage": USAGE}


def says(*texts: str) -> Script:
    """A whole answer in these pieces."""

    async def answer(call: Call) -> None:
        await call.send(*map(chunk, texts), chunk(finish="stop"), usage())
        await call.write(b"data: [DONE]\n\n")

    return answer


def raw(*pieces: bytes) -> Script:
    """These bytes, then the end of the stream."""

    async def answer(call: Call) -> None:
        for piece in pieces:
            await call.write(piece)

    return answer


def encoded(*chunks: Body) -> bytes:
    """Chunks that the SDK's types allow, as bytes, to be cut anywhere."""
    for one in chunks:
        ChatCompletionChunk.model_validate(one)
    return b"".join(f"data: {json.dumps(one)}\n\n".encode() for one in chunks)


def refuses(status: int, body: object, headers: dict[str, str] | None = None) -> Script:
    """An error instead of a stream."""

    async def answer(call: Call) -> None:
        call.stream = web.json_response(body, status=status, headers=headers)

    return answer


def page(call_body: str) -> Script:
    """A page for people, with status 200, as proxies send."""

    async def answer(call: Call) -> None:
        call.stream = web.Response(text=call_body, content_type="text/html")

    return answer


async def stalls(call: Call) -> None:
    """Begin, then say nothing more."""
    await call.send(chunk("One"))
    await call.goes_on.wait()


def _validate(asked: Body, types: TypeAdapter[Any]) -> None:
    """Hold a request to the SDK's types; their lists are lazy."""
    valid = types.validate_python(asked)
    for lazy in ("messages", "tools", "input"):
        list(valid.get(lazy, ()))


class FaultyServer:
    """Lives in a thread of its own; `script` answers each request."""

    def __init__(self) -> None:
        self.script: Script = says("Hello")
        self.calls: Queue[Call] = Queue()
        self.left: Queue[Call] = Queue()
        self.base_url = ""
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._done = asyncio.Event()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._serve(),), daemon=True)
        self._thread.start()
        assert self._ready.wait(5.0)

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._done.set)
        self._thread.join(5.0)
        self._loop.close()

    async def _serve(self) -> None:
        app = web.Application(client_max_size=1 << 26)
        app.router.add_post("/v1/chat/completions", self._answer)
        app.router.add_post("/v1/responses", self._answer)
        runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
        self._ready.set()
        await self._done.wait()
        await runner.cleanup()

    async def _answer(self, http: web.Request) -> web.StreamResponse:
        asked = await http.json()
        _validate(asked, chat.REQUEST if "messages" in asked else responses.REQUEST)
        call = Call(asked, http.headers["Authorization"].removeprefix("Bearer "), http)
        self.calls.put(call)
        try:
            await self.script(call)
        except (asyncio.CancelledError, ConnectionError):
            self.left.put(call)
            raise
        assert call.stream is not None
        return call.stream
