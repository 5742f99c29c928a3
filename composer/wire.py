"""The wire of Chat Completions as far as the composer hears it; what else a client sends is let through."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

MODEL = "demo-composer"

Text = Annotated[str, Field(max_length=4_000_000)]


class Part(BaseModel):
    """A part of a message; only text is read."""

    type: str
    text: str = ""


class CalledFunction(BaseModel):
    """The name and raw arguments of a tool call."""

    name: str
    arguments: str = ""


class ToolCallSaid(BaseModel):
    """A tool call that the assistant made in an earlier round."""

    id: str
    function: CalledFunction


class Message(BaseModel):
    """One message of the conversation."""

    role: Literal["system", "developer", "user", "assistant", "tool"]
    content: Text | list[Part] | None = None
    tool_calls: list[ToolCallSaid] | None = None
    tool_call_id: str | None = None

    def text(self) -> str:
        """Return the message's text, its parts joined."""
        if isinstance(self.content, list):
            return "".join(part.text for part in self.content)
        return self.content or ""


class StreamOptions(BaseModel):
    """Whether a last chunk tells the usage."""

    include_usage: bool = False


class CompletionRequest(BaseModel):
    """A request for a chat completion."""

    model_config = ConfigDict(extra="allow")

    model: str
    messages: list[Message] = Field(min_length=1)
    tools: list[dict[str, Any]] | None = None
    stream: bool | None = False
    stream_options: StreamOptions | None = None


def error_body(message: str, kind: str, code: str | None = None, param: str | None = None) -> dict[str, Any]:
    """Return an error in the shape that clients of this wire expect."""
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}
