"""The part of a turn that carries out the calls of one round: what others read first, then plans, then the rest."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.chat import ChatMessage, ToolCall
from pipeline.commands import ToolResult
from pipeline.flows.planning import planning
from pipeline.flows.steps.act import act, step_of
from pipeline.tools import TOOLS


class Called(NamedTuple):
    """The results in the order of the calls, and how often the model was refused."""

    results: tuple[ToolResult, ...]
    refused: int


async def calling(calls: tuple[ToolCall, ...], heard: tuple[ChatMessage, ...], *, corrections: int) -> Called:
    """Carry out the calls; one that says the same as another is carried out once, and told so.

    A plan that is refused is corrected here, so many times; a refusal of another call is for the next round.
    """
    first = {_said(call): number for number, call in reversed(list(enumerate(calls)))}
    once = sorted(first.values())
    settling = [number for number in once if _settles_first(calls[number])]
    plans = [number for number in once if step_of(calls[number]) == "plan"]
    rest = [number for number in once if number not in {*settling, *plans}]
    results = await _acted(calls, settling)
    refused = 0
    for number in plans:
        planned = await planning(calls[number], heard, corrections=corrections - refused)
        results[number], refused = planned.result, refused + planned.refused
    results |= await _acted(calls, rest)
    told = tuple(results.get(number) or _again(call, results[first[_said(call)]]) for number, call in enumerate(calls))
    return Called(told, max(refused, int(not all(result.ok for result in told))))


async def _acted(calls: Sequence[ToolCall], numbers: list[int]) -> dict[int, ToolResult]:
    return dict(zip(numbers, await act([calls[number] for number in numbers]), strict=True))


def _said(call: ToolCall) -> tuple[str, str]:
    return call.name, call.arguments


def _again(call: ToolCall, result: ToolResult) -> ToolResult:
    content = "The same call was made twice; it was carried out once."
    return ToolResult(call=call.id, name=call.name, ok=result.ok, content=content)


def _settles_first(call: ToolCall) -> bool:
    return call.name in TOOLS and TOOLS[call.name].settles_first
