"""The Responses API: named events instead of chunks, items instead of messages."""

from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from typing import Any

from openai import AsyncAPIResponse, AsyncOpenAI
from openai.types.responses.response_create_params import ResponseCreateParamsStreaming
from pydantic import TypeAdapter

from actors.llm.adapters.adapter import Question, Wanted
from actors.llm.adapters.arguments import spoken
from actors.llm.gathering import Gathering
from actors.llm.said import StreamError
from pipeline.chat import ChatMessage, ToolSpec

REQUEST: TypeAdapter[ResponseCreateParamsStreaming] = TypeAdapter(ResponseCreateParamsStreaming)
"""Validates a request against the SDK's own types; its lists do so only when they are iterated."""

_CUT_SHORT = {"max_output_tokens": "length", "content_filter": "content_filter"}


class Responses:
    """`POST /responses`; nothing is kept at the vendor's (`store` is false), the conversation is sent whole."""

    def request(self, question: Question) -> Wanted:
        """The keyword arguments of `responses.create`."""
        tuning = question.tuning
        effort = tuning.pop("reasoning_effort", None)
        wanted: Wanted = {
            "model": question.model,
            "input": [item for message in question.ask.messages for item in _items(message, question)],
            "stream": True,
            "store": False,
            **tuning,
        }
        if effort:
            wanted["reasoning"] = {"effort": effort}
        if question.ask.tools and "tools" not in question.lacks:
            wanted["tools"] = [_tool(tool) for tool in question.ask.tools]
        return wanted

    def send(self, client: AsyncOpenAI, wanted: Wanted) -> AbstractAsyncContextManager[AsyncAPIResponse[Any]]:
        """Send it."""
        return client.responses.with_streaming_response.create(**wanted)

    def take(self, payload: Any, gathering: Gathering) -> str:  # noqa: ANN401
        """Take one event; those that bring nothing new (`…done` of what was streamed) are passed over."""
        match payload["type"]:
            case "response.output_text.delta" | "response.refusal.delta":
                return gathering.say(payload["delta"])
            case "response.function_call_arguments.delta":
                gathering.call(payload["output_index"], arguments=payload["delta"])
            case "response.output_item.added" if payload["item"]["type"] == "function_call":
                item = payload["item"]
                gathering.call(payload["output_index"], id_=item["call_id"], name=item["name"])
            case "response.completed" | "response.incomplete":
                return _end(payload["response"], gathering)
            case "response.failed":
                raise StreamError(payload["response"].get("error"))
            case "error":
                raise StreamError(payload.get("error") or payload)
        return ""

    def take_whole(self, body: Any, gathering: Gathering) -> str:  # noqa: ANN401
        """Take a response that was not streamed."""
        said = ""
        for index, item in enumerate(body["output"]):
            if item["type"] == "function_call":
                gathering.call(index, id_=item["call_id"], name=item["name"], arguments=item["arguments"])
            elif item["type"] == "message":
                said += gathering.say("".join(part.get("text", "") for part in item["content"]))
        return said + _end(body, gathering)


def _end(response: Any, gathering: Gathering) -> str:  # noqa: ANN401
    if response.get("error"):
        raise StreamError(response["error"])
    usage = response.get("usage") or {}
    details = usage.get("input_tokens_details") or {}
    gathering.count(usage.get("input_tokens"), usage.get("output_tokens"), details.get("cached_tokens"))
    gathering.model = response.get("model") or gathering.model
    reason = (response.get("incomplete_details") or {}).get("reason")
    gathering.finish_reason = _CUT_SHORT.get(str(reason)) or reason or ("tool_calls" if gathering.has_calls else "stop")
    return gathering.say("", ended=True)


def _items(message: ChatMessage, question: Question) -> Iterator[Wanted]:
    match message.role:
        case "tool":
            yield {
                "type": "function_call_output",
                "call_id": message.tool_call_id or "",
                "output": message.content,
            }
        case "user" if question.seen(message):
            pictures = [{"type": "input_image", "detail": "auto", "image_url": url} for url in question.seen(message)]
            yield {"role": "user", "content": [{"type": "input_text", "text": question.text(message)}, *pictures]}
        case "system" | "user" | "assistant":
            if message.content:
                yield {"role": message.role, "content": question.text(message)}
            for call in message.tool_calls:
                yield {"type": "function_call", "call_id": call.id, "name": call.name, "arguments": spoken(call)}


def _tool(tool: ToolSpec) -> Wanted:
    told = {"name": tool.name, "description": tool.description, "parameters": tool.parameters}
    return {"type": "function", "strict": False, **told}
