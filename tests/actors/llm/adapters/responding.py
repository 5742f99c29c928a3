"""What a server of the Responses API streams, held to the SDK's types."""

import json
from typing import Any

from openai.types.responses import ResponseStreamEvent
from pydantic import TypeAdapter

Event = dict[str, Any]
EVENT: TypeAdapter[ResponseStreamEvent] = TypeAdapter(ResponseStreamEvent)
_RESPONSE: Event = {
    "id": "resp_1",
    "object": "response",
    "created_at": 1,
    "model": "m-1",
    "output": [],
    "parallel_tool_calls": True,
    "tool_choice": "auto",
    "tools": [],
}
USAGE: Event = {
    "input_tokens": 11,
    "output_tokens": 7,
    "total_tokens": 18,
    "input_tokens_details": {"cached_tokens": 3, "cache_write_tokens": 0},
    "output_tokens_details": {"reasoning_tokens": 0},
}


def text(delta: str) -> Event:
    where = {"item_id": "i", "output_index": 0, "content_index": 0, "logprobs": []}
    return _event("response.output_text.delta", delta=delta, **where)


def called(index: int, name: str, *pieces: str) -> list[Event]:
    """A function call, as it is streamed."""
    item = {"type": "function_call", "id": f"fc_{index}", "call_id": f"call_{name}", "name": name, "arguments": ""}
    added = _event("response.output_item.added", output_index=index, item=item)
    rest = {"item_id": f"fc_{index}", "output_index": index}
    deltas = [_event("response.function_call_arguments.delta", delta=piece, **rest) for piece in pieces]
    whole = {**item, "arguments": "".join(pieces), "status": "completed"}
    return [added, *deltas, _event("response.output_item.done", output_index=index, item=whole)]


def created() -> Event:
    return _event("response.created", response={**_RESPONSE, "status": "in_progress"})


def completed() -> Event:
    return _event("response.completed", response={**_RESPONSE, "status": "completed", "usage": USAGE})


def incomplete(reason: str) -> Event:
    whole = {**_RESPONSE, "status": "incomplete", "incomplete_details": {"reason": reason}}
    return _event("response.incomplete", response=whole)


def failed(code: str, message: str) -> Event:
    whole = {**_RESPONSE, "status": "failed", "error": {"code": code, "message": message}}
    return _event("response.failed", response=whole)


def broke(message: str) -> Event:
    return _event("error", code="server_error", message=message, param=None)


def streamed(*events: Event) -> bytes:
    """The events as they travel."""
    return b"".join(f"event: {one['type']}\ndata: {json.dumps(one)}\n\n".encode() for one in events)


def _event(kind: str, **fields: Any) -> Event:  # noqa: ANN401
    event = {"type": kind, "sequence_number": 0, **fields}
    EVENT.validate_python(event)
    return event
