"""What is said to the model and what it answers, apart from any vendor's wire."""

from typing import Literal

from pydantic import JsonValue

from pipeline.ids import MessageId, Sha256
from pipeline.value import Value


class ToolCall(Value):
    """A tool the model wants run; the arguments are its raw text, not yet trusted to be JSON."""

    id: str
    name: str
    arguments: str


class ChatMessage(Value):
    """One entry of a conversation as the model hears it; `images` are artifacts, shown where the model can see."""

    role: Literal["system", "user", "assistant", "tool"]
    content: str
    tool_calls: tuple[ToolCall, ...] = ()
    tool_call_id: str | None = None
    images: tuple[Sha256, ...] = ()


class Summary(Value):
    """What was said up to and with the message `until`, in short."""

    until: MessageId
    text: str


class ToolSpec(Value):
    """A tool as the model is told of it; `parameters` is a JSON schema."""

    name: str
    description: str
    parameters: dict[str, JsonValue]


class Usage(Value):
    """Tokens of one model call; `estimated` when the server did not count them."""

    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    estimated: bool = False


class ModelAnswer(Value):
    """What the model said, whole and as it said it."""

    text: str
    tool_calls: tuple[ToolCall, ...] = ()
    finish_reason: str
    model: str
    provider: str
    usage: Usage = Usage()
    ttft_ms: float | None = None
    duration_ms: float = 0.0
