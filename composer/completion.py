"""A reply on the wire: one whole completion, or chunks of it; ids and times follow from the request."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from composer.reply import Call, Reply
from composer.wire import MODEL

FINGERPRINT = "demo-composer-rules-no-ai"

_PIECE = re.compile(r"\s*\S+")
_LONGEST_PIECE = 24
_ARGUMENT_PIECE = 48
_BYTES_PER_TOKEN = 3.4
_FIRST_TIME = 1_700_000_000


@dataclass(frozen=True)
class Completion:
    """A reply to one request; `digest` is the SHA-256 of the request's bytes."""

    reply: Reply
    digest: str
    prompt_bytes: int

    def whole(self) -> dict[str, Any]:
        """Return the completion in one object."""
        message: dict[str, Any] = {"role": "assistant", "content": self.reply.text, "refusal": None}
        if self.reply.calls:
            message["tool_calls"] = [_call(call, place) for place, call in enumerate(self.reply.calls)]
        choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": self._finish()}
        return {**self._head("chat.completion"), "choices": [choice], "usage": self._usage()}

    def chunks(self) -> Iterator[dict[str, Any]]:
        """Yield the chunks: the role, the text in words, the calls in fragments, the reason for the end."""
        yield self._chunk({"role": "assistant", "content": ""})
        for piece in pieces(self.reply.text):
            yield self._chunk({"content": piece})
        for place, call in enumerate(self.reply.calls):
            opening = _call(call, place)
            opening["function"]["arguments"] = ""
            yield self._chunk({"tool_calls": [{"index": place, **opening}]})
            written = call.written()
            for start in range(0, len(written), _ARGUMENT_PIECE):
                part = {"arguments": written[start : start + _ARGUMENT_PIECE]}
                yield self._chunk({"tool_calls": [{"index": place, "function": part}]})
        yield self._chunk({}, self._finish())

    def usage_chunk(self) -> dict[str, Any]:
        """Return the chunk that tells the usage and has no choices."""
        return {**self._head("chat.completion.chunk"), "choices": [], "usage": self._usage()}

    def _chunk(self, delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
        return {**self._head("chat.completion.chunk"), "choices": [choice]}

    def _head(self, kind: str) -> dict[str, Any]:
        created = _FIRST_TIME + int(self.digest[:6], 16)
        return {
            "id": f"chatcmpl-{self.digest[:24]}",
            "object": kind,
            "created": created,
            "model": MODEL,
            "system_fingerprint": FINGERPRINT,
        }

    def _finish(self) -> str:
        return "tool_calls" if self.reply.calls else "stop"

    def _usage(self) -> dict[str, Any]:
        written = self.reply.text + "".join(call.written() for call in self.reply.calls)
        prompt, answered = _tokens(self.prompt_bytes), _tokens(len(written.encode()))
        return {"prompt_tokens": prompt, "completion_tokens": answered, "total_tokens": prompt + answered}


def digest_of(body: bytes) -> str:
    """Return the SHA-256 of a request."""
    return hashlib.sha256(body).hexdigest()


def pieces(text: str) -> list[str]:
    """Cut a text before the space of each word; joined they are the text again."""
    cut: list[str] = []
    end = 0
    for match in _PIECE.finditer(text):
        piece, end = match[0], match.end()
        cut += [piece[start : start + _LONGEST_PIECE] for start in range(0, len(piece), _LONGEST_PIECE)]
    return [*cut, text[end:]] if end < len(text) else cut


def _call(call: Call, place: int) -> dict[str, Any]:
    return {"id": call.id(place), "type": "function", "function": {"name": call.name, "arguments": call.written()}}


def _tokens(count: int) -> int:
    return int(-(-count // _BYTES_PER_TOKEN))
