"""An answer as it comes in, whatever the wire: text, tool calls, usage."""

import math
from dataclasses import dataclass, field
from typing import TypeGuard

from pipeline.chat import ModelAnswer, ToolCall, Usage

BYTES_PER_TOKEN = 3.4
"""Measured over English text and TSX; counts tokens where the server does not."""

_MOST_TOKENS = 10**9


@dataclass
class _Call:
    id: str = ""
    name: str = ""
    arguments: list[str] = field(default_factory=list)


@dataclass
class Gathering:
    """An adapter puts in what it hears; `answer()` is what it came to."""

    asked_bytes: int
    text: str = ""
    finish_reason: str | None = None
    model: str = ""
    is_received: bool = False
    """Whether the server took the question: from then on it costs."""
    payloads: int = 0
    first_s: float | None = None
    """When the first of them came, by the event loop's clock."""
    length: int = 0
    """Characters so far, those of tool calls too."""
    _counted: Usage | None = None
    _calls: dict[int, _Call] = field(default_factory=dict)
    _half: str = ""

    @property
    def has_calls(self) -> bool:
        """Whether a tool call has begun."""
        return bool(self._calls)

    def say(self, text: str, *, ended: bool = False) -> str:
        """Take some text; returns what of it can be told: a character cut into halves waits for its other half."""
        if self._half or not text.isascii():
            text = self._whole(text, ended=ended)
        self.text += text
        self.length += len(text)
        return text

    def call(
        self, index: int | None, *, id_: str | None = None, name: str | None = None, arguments: str | None = None
    ) -> None:
        """Take a fragment of a tool call."""
        call = self._calls.setdefault(self._slot(index, id_), _Call())
        call.id = id_ or call.id
        call.name += name or ""
        if arguments:
            call.arguments.append(arguments)
        self.length += len(name or "") + len(arguments or "")

    def count(self, tokens_in: object, tokens_out: object, tokens_cached: object) -> None:
        """Take what the server counted, unless it cannot be."""
        if _is_count(tokens_in) and _is_count(tokens_out):
            cached = min(tokens_cached, tokens_in) if _is_count(tokens_cached) else 0
            self._counted = Usage(tokens_in=tokens_in, tokens_out=tokens_out, tokens_cached=cached)

    def usage(self) -> Usage:
        """What the server counted; where it counted nothing of what came, an estimate."""
        if self._counted and (self._counted.tokens_out or not self.length):
            return self._counted
        if not self.is_received:
            return Usage()
        pieces = [self.text, *(piece for call in self._calls.values() for piece in call.arguments)]
        said = sum(len(piece.encode(errors="replace")) for piece in pieces)
        return Usage(tokens_in=tokens_of(self.asked_bytes), tokens_out=tokens_of(said), estimated=True)

    def answer(self, *, provider: str, ttft_ms: float | None, duration_ms: float) -> ModelAnswer:
        """The whole answer, once the finish reason has come."""
        return ModelAnswer(
            text=self.text,
            tool_calls=tuple(
                ToolCall(
                    id=joined(call.id) or f"call_{index}",
                    name=joined(call.name),
                    arguments=joined("".join(call.arguments)),
                )
                for index, call in sorted(self._calls.items())
            ),
            finish_reason=self.finish_reason or "",
            model=self.model,
            provider=provider,
            usage=self.usage(),
            ttft_ms=ttft_ms,
            duration_ms=duration_ms,
        )

    def _slot(self, index: int | None, id_: str | None) -> int:
        """Which call a fragment belongs to: some servers give no index, or every call the same one."""
        last = max(self._calls, default=-1)
        at = index if isinstance(index, int) else (last + 1 if id_ or last < 0 else last)
        known = self._calls.get(at)
        if not (known and id_ and known.id and known.id != id_):
            return at
        return next((slot for slot, call in self._calls.items() if call.id == id_), last + 1)

    def _whole(self, text: str, *, ended: bool) -> str:
        text, self._half = self._half + text, ""
        if not ended and text and "\ud800" <= text[-1] <= "\udbff":
            text, self._half = text[:-1], text[-1]
        return joined(text)


def joined(text: str) -> str:
    """Halves of surrogate pairs joined into characters; a half that is alone becomes the replacement character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def tokens_of(count_bytes: int) -> int:
    """So many bytes in tokens, about."""
    return math.ceil(count_bytes / BYTES_PER_TOKEN)


def _is_count(number: object) -> TypeGuard[int]:
    """Whether a server counted, and did not just say something."""
    return isinstance(number, int) and not isinstance(number, bool) and 0 <= number < _MOST_TOKENS
