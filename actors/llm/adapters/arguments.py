"""The arguments of an earlier tool call, as a server will take them back."""

import json

from pipeline.chat import ToolCall


def spoken(call: ToolCall) -> str:
    """The arguments as they were said; servers refuse what is not JSON, so that is wrapped."""
    try:
        json.loads(call.arguments)
    except (ValueError, RecursionError):
        return json.dumps({"unreadable": call.arguments})
    return call.arguments
