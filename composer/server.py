"""The server: Chat Completions and the list of models over HTTP, stateless, at a human pace if wished."""

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from aiohttp import web
from pydantic import ValidationError

from composer.completion import Completion, digest_of
from composer.reply import Reply
from composer.turn.answer import turn_reply
from composer.turn.summary import summary_in
from composer.wire import MODEL, CompletionRequest, error_body
from composer.writing.author import component_reply
from composer.writing.brief import brief_in

TEXT_PER_SECOND = 50.0
"""Chunks a second of words at pace 1, about as fast as people read a hosted model."""

CODE_PER_SECOND = 200.0
"""Chunks a second of source and tool calls at pace 1."""

_MOST_BYTES = 8 * 1024 * 1024
_PACE = web.AppKey("pace", float)
_NO_BRIEF = (
    "I am the demo composer: fixed rules, no AI and no key. Offer me tools and I plan a video; send me a brief"
    " in a fenced json block"
    " and I write a component."
)


@dataclass(frozen=True)
class Running:
    """A composer that is being served; `base_url` is what clients of the wire are given."""

    base_url: str
    runner: web.AppRunner

    async def stop(self) -> None:
        """Close the address and end the streams that are open."""
        await self.runner.cleanup()


def application(pace: float) -> web.Application:
    """Return the app; `pace` 1 streams as a person reads, 2 twice as fast, 0 at once. Raises ValueError below 0."""
    if not pace >= 0:
        message = f"pace is {pace}; give 0 (at once), 1 (as a person reads) or more"
        raise ValueError(message)
    app = web.Application(client_max_size=_MOST_BYTES, middlewares=[_in_error_shape])
    app[_PACE] = pace
    app.router.add_post("/v1/chat/completions", _complete)
    app.router.add_get("/v1/models", _models)
    app.router.add_get("/v1/models/{model}", _one_model)
    return app


async def start(host: str, port: int, pace: float) -> Running:
    """Serve at an address; port 0 takes a free one. Raises OSError when the address cannot be had."""
    runner = web.AppRunner(application(pace), handler_cancellation=True, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError:
        await runner.cleanup()
        raise
    name, bound = runner.addresses[0][:2]
    shown = f"[{name}]" if ":" in name else name
    return Running(f"http://{shown}:{bound}/v1", runner)


async def _complete(request: web.Request) -> web.StreamResponse:
    body = await request.read()
    try:
        asked = CompletionRequest.model_validate_json(body)
    except ValidationError as error:
        return _refused(*_first_fault(error))
    if asked.model != MODEL:
        return _unknown_model(asked.model)
    completion = Completion(_reply(asked), digest_of(body), len(body))
    if asked.stream:
        return await _streamed(request, asked, completion)
    return web.json_response(completion.whole(), dumps=_dumped)


def _reply(asked: CompletionRequest) -> Reply:
    if asked.tools or asked.messages[-1].role == "tool":
        return turn_reply(asked.messages)
    said = next((message.text() for message in reversed(asked.messages) if message.role == "user"), "")
    if summary := summary_in(said):
        return Reply(summary)
    brief = brief_in(said)
    return component_reply(brief) if brief else Reply(_NO_BRIEF)


async def _streamed(request: web.Request, asked: CompletionRequest, completion: Completion) -> web.StreamResponse:
    """Send the chunks; a client that leaves ends the stream, quietly."""
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-cache"}
    )
    with suppress(ConnectionResetError):
        await response.prepare(request)
        await _send(response, completion, request.app[_PACE])
        if asked.stream_options and asked.stream_options.include_usage:
            await response.write(_frame(completion.usage_chunk()))
        await response.write(b"data: [DONE]\n\n")
        await response.write_eof()
    return response


async def _send(response: web.StreamResponse, completion: Completion, pace: float) -> None:
    wait = _waits(completion.reply, pace)
    for chunk in completion.chunks():
        await response.write(_frame(chunk))
        if pace:
            await asyncio.sleep(wait["text" if _is_text(chunk) else "code"])


def _waits(reply: Reply, pace: float) -> dict[str, float]:
    """Return seconds after a chunk of words and of code."""
    if not pace:
        return {"text": 0.0, "code": 0.0}
    code = 1 / (CODE_PER_SECOND * pace)
    return {"text": code if reply.is_code else 1 / (TEXT_PER_SECOND * pace), "code": code}


def _is_text(chunk: dict[str, Any]) -> bool:
    return "content" in chunk["choices"][0]["delta"]


def _frame(chunk: dict[str, Any]) -> bytes:
    return b"data: " + _dumped(chunk).encode() + b"\n\n"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


async def _models(_: web.Request) -> web.Response:
    return web.json_response({"object": "list", "data": [_model()]})


async def _one_model(request: web.Request) -> web.Response:
    name = request.match_info["model"]
    return web.json_response(_model()) if name == MODEL else _unknown_model(name)


def _model() -> dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": 1_700_000_000, "owned_by": "demo composer: no AI, no key"}


def _first_fault(error: ValidationError) -> tuple[str, str | None]:
    fault = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in fault["loc"])
    return f"the request is not a chat completion request: {where or 'body'}: {fault['msg']}", where or None


def _refused(message: str, param: str | None = None) -> web.Response:
    return web.json_response(error_body(message, "invalid_request_error", None, param), status=HTTPStatus.BAD_REQUEST)


def _unknown_model(name: str) -> web.Response:
    message = f"the model {name[:100]!r} does not exist; this is the demo composer, its one model is {MODEL!r}"
    body = error_body(message, "invalid_request_error", "model_not_found", "model")
    return web.json_response(body, status=HTTPStatus.NOT_FOUND)


@web.middleware
async def _in_error_shape(request: web.Request, handler: Any) -> web.StreamResponse:  # noqa: ANN401 - aiohttp's handler type
    """Give aiohttp's own refusals (no such path, wrong method, body too large) the wire's shape."""
    try:
        answer: web.StreamResponse = await handler(request)
    except web.HTTPException as refusal:
        message = f"{request.method} {request.path} was refused: {refusal.reason}"
        return web.json_response(error_body(message, "invalid_request_error"), status=refusal.status)
    return answer
