"""The step that carries out the tool calls of one round."""

from pipeline.chat import ToolCall
from pipeline.commands import Act, ToolResult
from pipeline.flow import all_of, step
from pipeline.tools import TOOLS


async def act(calls: tuple[ToolCall, ...]) -> tuple[ToolResult, ...]:
    """The results in the order of the calls: those that change what others read run first, the rest side by side."""
    results: dict[int, ToolResult] = {}
    for first in (True, False):
        wave = [number for number, call in enumerate(calls) if _settles_first(call) is first]
        if wave:
            replies = await all_of([step("act", Act(call=calls[number])) for number in wave])
            results.update(zip(wave, replies, strict=True))
    return tuple(results[number] for number in range(len(calls)))


def _settles_first(call: ToolCall) -> bool:
    return call.name in TOOLS and TOOLS[call.name].settles_first
