"""The flow of a turn: ask the model, carry out its tool calls, until it has said all."""

from pipeline.chat import ChatMessage, ModelAnswer
from pipeline.commands import ToolResult
from pipeline.errors import TooManyRoundsError
from pipeline.flows.steps.act import act
from pipeline.flows.steps.ask import ask
from pipeline.flows.steps.recall import recall
from pipeline.jobs import TurnBrief
from pipeline.prompts.conversing import turn_prompt
from pipeline.value import Value


class TurnDone(Value):
    """How a turn ended: in how many rounds of the model, and which jobs it started."""

    rounds: int
    jobs: tuple[str, ...]


async def turn(brief: TurnBrief) -> TurnDone:
    """Answer one message. Raises TooManyRoundsError when the model does not come to an end."""
    messages = turn_prompt(await recall(brief), brief.content)
    started: list[str] = []
    for round_ in range(brief.allowance.rounds):
        answer = await ask(brief, messages, round_)
        if not answer.tool_calls:
            return TurnDone(rounds=round_ + 1, jobs=tuple(started))
        results = await act(answer.tool_calls)
        started += [job for result in results for job in result.jobs]
        messages = (*messages, *_exchange(answer, results))
    raise TooManyRoundsError(brief.allowance.rounds)


def _exchange(answer: ModelAnswer, results: tuple[ToolResult, ...]) -> tuple[ChatMessage, ...]:
    """What the model hears of its own calls in the next round."""
    said = ChatMessage(role="assistant", content=answer.text, tool_calls=answer.tool_calls)
    return (said, *(ChatMessage(role="tool", content=one.content, tool_call_id=one.call) for one in results))
