"""The flow of a turn: ask the model, carry out its tool calls, until it has said all.

Planning is a flow of its own (`planning.py`) that a turn composes, and a component one that it starts (`component.py`).
"""

from pipeline.chat import ChatMessage, ModelAnswer, Summary
from pipeline.commands import ToolResult
from pipeline.errors import ToolsRefusedError, TooManyRoundsError
from pipeline.flows.calling import calling
from pipeline.flows.steps.ask import ask
from pipeline.flows.steps.recall import recall
from pipeline.flows.steps.summarise import summarise
from pipeline.jobs import TurnBrief
from pipeline.prompts.conversing import turn_prompt
from pipeline.tools import SPECS
from pipeline.value import Value

MOST_CORRECTIONS = 2
"""So often the model is told what is wrong with its calls; then it must say in words what stands in the way."""

_NO_MORE = "{content}\n\nThis was refused {times} times. Call no tool any more: say in words what stands in the way."


class TurnDone(Value):
    """How a turn ended: in how many rounds of the model, which jobs it started, what it put in short."""

    rounds: int
    jobs: tuple[str, ...]
    summary: Summary | None = None


async def turn(brief: TurnBrief) -> TurnDone:
    """Answer one message. Raises TooManyRoundsError and ToolsRefusedError when the model does not come to an end."""
    recalled = await recall(brief)
    recollection = await summarise(recalled)
    made = recollection.summary if recollection != recalled else None
    messages = turn_prompt(recollection, brief)
    started: list[str] = []
    refused = 0
    for round_ in range(brief.allowance.rounds):
        may_call = refused <= MOST_CORRECTIONS
        answer = await ask(brief, messages, round_, tools=SPECS if may_call else ())
        if not answer.tool_calls:
            return TurnDone(rounds=round_ + 1, jobs=tuple(started), summary=made)
        if not may_call:
            raise ToolsRefusedError(refused)
        called = await calling(answer.tool_calls, messages, corrections=_corrections(brief, refused))
        started += [job for result in called.results for job in result.jobs]
        refused += called.refused
        messages = (*messages, *_exchange(answer, called.results, refused))
    raise TooManyRoundsError(brief.allowance.rounds)


def _corrections(brief: TurnBrief, refused: int) -> int:
    """How often a plan may be corrected; a turn of the first definition had it corrected in the rounds that follow."""
    return MOST_CORRECTIONS - refused if brief.definition > 1 else 0


def _exchange(answer: ModelAnswer, results: tuple[ToolResult, ...], refused: int) -> tuple[ChatMessage, ...]:
    """What the model hears of its own calls in the next round."""
    said = ChatMessage(role="assistant", content=answer.text, tool_calls=answer.tool_calls)
    return (said, *(_told(result, refused) for result in results))


def _told(result: ToolResult, refused: int) -> ChatMessage:
    is_last = not result.ok and refused > MOST_CORRECTIONS
    content = _NO_MORE.format(content=result.content, times=refused) if is_last else result.content
    return ChatMessage(role="tool", content=content, tool_call_id=result.call)
