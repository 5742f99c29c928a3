"""An answer as it comes in: chunks become text, tool calls and usage."""

import math
from dataclasses import dataclass, field

from openai.types import CompletionUsage
from openai.types.chat import ChatCompletionChunk
from openai.types.chat.chat_completion_chunk import ChoiceDeltaToolCall

from pipeline.chat import ModelAnswer, ToolCall, Usage

BYTES_PER_TOKEN = 3.4
"""Measured over English text and TSX; counts tokens where the server does not."""

_MOST_TOKENS = 10**9


@dataclass
class _Call:
    id: str = ""
    name: str = ""
    arguments: str = ""


@dataclass
class Gathering:
    """Takes chunks; `answer()` is what they came to."""

    asked_bytes: int
    text: str = ""
    finish_reason: str | None = None
    model: str = ""
    usage: CompletionUsage | None = None
    chunks: int = 0
    length: int = 0
    """Characters so far, those of tool calls too."""
    _calls: dict[int, _Call] = field(default_factory=dict)
    _half: str = ""

    def take(self, chunk: ChatCompletionChunk) -> str:
        """Take one chunk; returns the text it brought."""
        self.chunks += 1
        self.model = chunk.model or self.model
        self.usage = chunk.usage or self.usage
        for choice in chunk.choices[:1]:
            self.finish_reason = choice.finish_reason or self.finish_reason
            for call in choice.delta.tool_calls or ():
                self._take_call(call)
            said = self._whole(choice.delta.content or "", ended=choice.finish_reason is not None)
            self.text += said
            self.length += len(said)
            return said
        return ""

    def answer(self, *, provider: str, ttft_ms: float | None, duration_ms: float) -> ModelAnswer:
        """The whole answer, once the finish reason has come."""
        return ModelAnswer(
            text=self.text,
            tool_calls=tuple(
                ToolCall(
                    id=joined(call.id) or f"call_{index}", name=joined(call.name), arguments=joined(call.arguments)
                )
                for index, call in sorted(self._calls.items())
            ),
            finish_reason=self.finish_reason or "",
            model=self.model,
            provider=provider,
            usage=self._usage(),
            ttft_ms=ttft_ms,
            duration_ms=duration_ms,
        )

    def _whole(self, text: str, *, ended: bool) -> str:
        """Text in whole characters: servers cut one into halves (JSON can say that), which nobody could store."""
        text, self._half = self._half + text, ""
        if not ended and text and "\ud800" <= text[-1] <= "\udbff":
            text, self._half = text[:-1], text[-1]
        return joined(text)

    def _take_call(self, delta: ChoiceDeltaToolCall) -> None:
        call = self._calls.setdefault(delta.index, _Call())
        call.id = delta.id or call.id
        if delta.function:
            call.name += delta.function.name or ""
            call.arguments += delta.function.arguments or ""
            self.length += len(delta.function.name or "") + len(delta.function.arguments or "")

    def _usage(self) -> Usage:
        if self.usage is None or not _is_count(self.usage.prompt_tokens, self.usage.completion_tokens):
            said = len(self.text.encode()) + sum(len(call.arguments) for call in self._calls.values())
            return Usage(tokens_in=_tokens(self.asked_bytes), tokens_out=_tokens(said), estimated=True)
        cached = self.usage.prompt_tokens_details.cached_tokens if self.usage.prompt_tokens_details else 0
        return Usage(
            tokens_in=self.usage.prompt_tokens,
            tokens_out=self.usage.completion_tokens,
            tokens_cached=cached if cached and _is_count(cached) else 0,
        )


def joined(text: str) -> str:
    """Halves of surrogate pairs joined into characters; a half that is alone becomes the replacement character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _is_count(*numbers: object) -> bool:
    """Whether a server counted, and did not just say something: the SDK lets anything through."""
    return all(isinstance(number, int) and 0 <= number < _MOST_TOKENS for number in numbers)


def _tokens(count_bytes: int) -> int:
    return math.ceil(count_bytes / BYTES_PER_TOKEN)
