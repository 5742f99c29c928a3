"""The steps that carry out the tool calls of one round: `plan` for a plan of scenes, `act` for all others."""

from pipeline.chat import ToolCall
from pipeline.commands import Act, ToolResult
from pipeline.flow import all_of, step
from pipeline.tools import TOOLS


async def act(calls: tuple[ToolCall, ...]) -> tuple[ToolResult, ...]:
    """The results in the order of the calls: those that change what others read run first, the rest side by side.

    A call that says the same as another of the round is carried out once, and told so.
    """
    results: dict[int, ToolResult] = {}
    first = {_said(call): number for number, call in reversed(list(enumerate(calls)))}
    for settles in (True, False):
        wave = [number for number in first.values() if _settles_first(calls[number]) is settles]
        if wave := sorted(wave):
            replies = await all_of([step(_step_of(calls[number]), Act(call=calls[number])) for number in wave])
            results.update(zip(wave, replies, strict=True))
    return tuple(results.get(number) or _again(call, results[first[_said(call)]]) for number, call in enumerate(calls))


def _said(call: ToolCall) -> tuple[str, str]:
    return call.name, call.arguments


def _again(call: ToolCall, result: ToolResult) -> ToolResult:
    content = "The same call was made twice; it was carried out once."
    return ToolResult(call=call.id, name=call.name, ok=result.ok, content=content)


def _settles_first(call: ToolCall) -> bool:
    return call.name in TOOLS and TOOLS[call.name].settles_first


def _step_of(call: ToolCall) -> str:
    return TOOLS[call.name].step if call.name in TOOLS else "act"
