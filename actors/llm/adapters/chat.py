"""Chat Completions: what every compatible server speaks."""

from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from typing import Any, cast

from openai import AsyncAPIResponse, AsyncOpenAI
from openai.types.chat import (
    ChatCompletionContentPartParam,
    ChatCompletionMessageParam,
    ChatCompletionToolUnionParam,
)
from openai.types.chat.completion_create_params import CompletionCreateParamsStreaming
from pydantic import TypeAdapter

from actors.llm.adapters.adapter import Question, Wanted
from actors.llm.adapters.arguments import spoken
from actors.llm.gathering import Gathering
from actors.llm.said import StreamError
from pipeline.chat import ChatMessage, ToolSpec

REQUEST: TypeAdapter[CompletionCreateParamsStreaming] = TypeAdapter(CompletionCreateParamsStreaming)
"""Validates a request against the SDK's own types; its lists do so only when they are iterated."""


class ChatCompletions:
    """`POST /chat/completions`."""

    def request(self, question: Question) -> Wanted:
        """The keyword arguments of `chat.completions.create`."""
        wanted: Wanted = {
            "model": question.model,
            "messages": [_message(message, question) for message in question.ask.messages],
            "stream": True,
            **question.tuning,
        }
        if "stream_options" not in question.lacks:
            wanted["stream_options"] = {"include_usage": True}
        if question.ask.tools and "tools" not in question.lacks:
            wanted["tools"] = [_tool(tool) for tool in question.ask.tools]
        return wanted

    def send(self, client: AsyncOpenAI, wanted: Wanted) -> AbstractAsyncContextManager[AsyncAPIResponse[Any]]:
        """Send it."""
        return client.chat.completions.with_streaming_response.create(**wanted)

    def take(self, payload: Any, gathering: Gathering) -> str:  # noqa: ANN401
        """Take one chunk; this is the hot path."""
        if error := payload.get("error"):
            raise StreamError(error)
        gathering.model = payload.get("model") or gathering.model
        if usage := payload.get("usage"):
            _count(usage, gathering)
        for choice in (payload.get("choices") or ())[:1]:
            return _heard(choice, choice.get("delta") or {}, gathering)
        return ""

    def take_whole(self, body: Any, gathering: Gathering) -> str:  # noqa: ANN401
        """Take a completion that was not streamed."""
        for choice in (body.get("choices") or ())[:1]:
            choice["delta"] = choice.get("message")
        return self.take(body, gathering)


def _heard(choice: Any, delta: Any, gathering: Gathering) -> str:  # noqa: ANN401
    finish = choice.get("finish_reason")
    if finish:
        gathering.finish_reason = str(finish)
    for call in delta.get("tool_calls") or ():
        function = call.get("function") or {}
        gathering.call(
            call.get("index"), id_=call.get("id"), name=function.get("name"), arguments=function.get("arguments")
        )
    return gathering.say(delta.get("content") or "", ended=bool(finish))


def _count(usage: Any, gathering: Gathering) -> None:  # noqa: ANN401
    details = usage.get("prompt_tokens_details") or {}
    gathering.count(usage.get("prompt_tokens"), usage.get("completion_tokens"), details.get("cached_tokens"))


def _message(message: ChatMessage, question: Question) -> ChatCompletionMessageParam:
    match message.role:
        case "system":
            return {"role": "system", "content": message.content}
        case "user" if question.seen(message):
            return {"role": "user", "content": _parts(message, question)}
        case "user":
            return {"role": "user", "content": question.text(message)}
        case "tool":
            return {"role": "tool", "content": message.content, "tool_call_id": message.tool_call_id or ""}
        case "assistant" if message.tool_calls:
            return {
                "role": "assistant",
                "content": message.content or None,
                "tool_calls": [
                    {"type": "function", "id": call.id, "function": {"name": call.name, "arguments": spoken(call)}}
                    for call in message.tool_calls
                ],
            }
        case "assistant":
            return {"role": "assistant", "content": message.content}


def _parts(message: ChatMessage, question: Question) -> Iterable[ChatCompletionContentPartParam]:
    pictures = [{"type": "image_url", "image_url": {"url": url}} for url in question.seen(message)]
    parts = [{"type": "text", "text": question.text(message)}, *pictures]
    return cast("Iterable[ChatCompletionContentPartParam]", parts)


def _tool(tool: ToolSpec) -> ChatCompletionToolUnionParam:
    function: Any = {"name": tool.name, "description": tool.description, "parameters": tool.parameters}
    return {"type": "function", "function": function}
