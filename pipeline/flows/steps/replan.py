"""The step that has a plan corrected that was refused."""

from pipeline.chat import ChatMessage, ToolCall
from pipeline.commands import AskModel, ToolResult
from pipeline.flow import step
from pipeline.flows.steps.act import step_of
from pipeline.tools import TOOLS

_SPECS = tuple(tool.spec() for tool in TOOLS.values() if tool.step == "plan")


async def replan(heard: tuple[ChatMessage, ...], call: ToolCall, refusal: ToolResult) -> ToolCall | None:
    """The plan that the model makes of it; None when it makes none. Nobody reads along: it is no answer yet."""
    said = ChatMessage(role="assistant", content="", tool_calls=(call,))
    told = ChatMessage(role="tool", content=refusal.content, tool_call_id=call.id)
    answer = await step("replan", AskModel(role="plan", messages=(*heard, said, told), tools=_SPECS))
    return next((made for made in answer.tool_calls if step_of(made) == "plan"), None)
