"""The step that carries out tool calls, side by side; the plan of a turn is carried out under a name of its own."""

from collections.abc import Sequence

from pipeline.chat import ToolCall
from pipeline.commands import Act, ToolResult
from pipeline.flow import all_of, step
from pipeline.tools import TOOLS


async def act(calls: Sequence[ToolCall]) -> tuple[ToolResult, ...]:
    """The results in the order of the calls."""
    return await all_of([step(step_of(call), Act(call=call)) for call in calls]) if calls else ()


def step_of(call: ToolCall) -> str:
    """The step in which a call is carried out: `plan` for a plan of scenes, `act` for all else."""
    return TOOLS[call.name].step if call.name in TOOLS else "act"
