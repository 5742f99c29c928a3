"""The flow of a turn: ask the model, carry out its tool calls, until it has said all."""

from pipeline.chat import ChatMessage, ModelAnswer, ToolCall
from pipeline.commands import Act, AskModel, Recall, ToolResult
from pipeline.errors import TooManyRoundsError
from pipeline.flow import all_of, step
from pipeline.jobs import TurnBrief
from pipeline.prompts.conversing import turn_prompt
from pipeline.tools import SPECS, TOOLS
from pipeline.value import Value


class TurnDone(Value):
    """How a turn ended: in how many rounds of the model, and which jobs it started."""

    rounds: int
    jobs: tuple[str, ...]


async def turn(brief: TurnBrief) -> TurnDone:
    """Answer one message. Raises TooManyRoundsError when the model does not come to an end."""
    recollection = await step("recall", Recall(before=brief.message))
    messages = turn_prompt(recollection, brief.content)
    started: list[str] = []
    for round_ in range(brief.allowance.rounds):
        ask = AskModel(role="plan", messages=messages, tools=SPECS, to=brief.answer, round=round_)
        answer = await step("ask", ask)
        if not answer.tool_calls:
            return TurnDone(rounds=round_ + 1, jobs=tuple(started))
        results = await _act(answer.tool_calls)
        started += [job for result in results.values() for job in result.jobs]
        messages = (*messages, *_exchange(answer, results))
    raise TooManyRoundsError(brief.allowance.rounds)


async def _act(calls: tuple[ToolCall, ...]) -> dict[str, ToolResult]:
    """Carry out the calls of one round: those that change what others read first, then the rest side by side."""
    results: dict[str, ToolResult] = {}
    for first in (True, False):
        wave = [call for call in calls if _settles_first(call) is first]
        if wave:
            replies = await all_of([step("act", Act(call=call)) for call in wave])
            results.update({reply.call: reply for reply in replies})
    return results


def _settles_first(call: ToolCall) -> bool:
    return call.name in TOOLS and TOOLS[call.name].settles_first


def _exchange(answer: ModelAnswer, results: dict[str, ToolResult]) -> tuple[ChatMessage, ...]:
    """What the model hears of its own calls in the next round."""
    said = ChatMessage(role="assistant", content=answer.text, tool_calls=answer.tool_calls)
    heard = (results[call.id] for call in answer.tool_calls)
    return (said, *(ChatMessage(role="tool", content=one.content, tool_call_id=one.call) for one in heard))
