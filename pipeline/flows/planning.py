"""The flow of a plan: put it into effect, and have it corrected as long as it does not hold.

It is a part of the turn in which the model plans, and has its checkpoints there; the components are jobs of their own.
"""

from pipeline.chat import ChatMessage, ToolCall
from pipeline.commands import ToolResult
from pipeline.flows.steps.act import act
from pipeline.flows.steps.replan import replan
from pipeline.value import Value


class Planned(Value):
    """What the call of the plan came to, and how often it was refused before."""

    result: ToolResult
    refused: int


async def planning(call: ToolCall, heard: tuple[ChatMessage, ...], *, corrections: int) -> Planned:
    """Have the scenes of a plan made; `heard` is what the model knew when it planned.

    A plan that does not fit (lengths that do not add up, too many scenes, no such colour) goes back to the model, at
    most so many times, each time with what is wrong. When it stays refused, the result says why, and nothing changed.
    """
    plan, refused = call, 0
    while True:
        (result,) = await act((plan,))
        refused += not result.ok
        if result.ok or refused > corrections:
            return Planned(result=_answering(call, result, refused), refused=refused)
        corrected = await replan(heard, plan, result)
        if corrected is None:
            return Planned(result=_answering(call, result, refused), refused=refused)
        plan = corrected


def _answering(call: ToolCall, result: ToolResult, refused: int) -> ToolResult:
    """The result under the id that the turn knows: it made the first call alone."""
    corrected = f"The plan was corrected before it held (refused {refused} times). " if result.ok and refused else ""
    return result.model_copy(update={"call": call.id, "content": f"{corrected}{result.content}"})
