"""Our words for a model call in the openai SDK's types (Chat Completions, streaming)."""

import json
from typing import Any

from openai.types.chat import ChatCompletionMessageParam, ChatCompletionToolUnionParam
from openai.types.chat.completion_create_params import CompletionCreateParamsStreaming
from pydantic import TypeAdapter

from pipeline.chat import ChatMessage, ToolSpec
from pipeline.commands import AskModel

REQUEST: TypeAdapter[CompletionCreateParamsStreaming] = TypeAdapter(CompletionCreateParamsStreaming)
"""Validates a request against the SDK's own types; its lists do so only when they are iterated."""


def request(ask: AskModel, model: str) -> dict[str, Any]:
    """The keyword arguments of `chat.completions.create`."""
    wanted: dict[str, Any] = {
        "model": model,
        "messages": [_message(message) for message in ask.messages],
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    return {**wanted, "tools": [_tool(tool) for tool in ask.tools]} if ask.tools else wanted


def _message(message: ChatMessage) -> ChatCompletionMessageParam:
    match message.role:
        case "system":
            return {"role": "system", "content": message.content}
        case "user":
            return {"role": "user", "content": message.content}
        case "tool":
            return {"role": "tool", "content": message.content, "tool_call_id": message.tool_call_id or ""}
        case "assistant" if message.tool_calls:
            return {
                "role": "assistant",
                "content": message.content or None,
                "tool_calls": [
                    {
                        "type": "function",
                        "id": call.id,
                        "function": {"name": call.name, "arguments": _object(call.arguments)},
                    }
                    for call in message.tool_calls
                ],
            }
        case "assistant":
            return {"role": "assistant", "content": message.content}


def _tool(tool: ToolSpec) -> ChatCompletionToolUnionParam:
    function: Any = {"name": tool.name, "description": tool.description, "parameters": tool.parameters}
    return {"type": "function", "function": function}


def _object(arguments: str) -> str:
    """The arguments as they were said; servers refuse what is not JSON, so that is wrapped."""
    try:
        json.loads(arguments)
    except (ValueError, RecursionError):
        return json.dumps({"unreadable": arguments})
    return arguments
