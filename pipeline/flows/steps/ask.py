"""The step that asks the model what to do, with its words streamed to the person."""

from pipeline.chat import ChatMessage, ModelAnswer, ToolSpec
from pipeline.commands import AskModel
from pipeline.flow import step
from pipeline.jobs import TurnBrief


async def ask(
    brief: TurnBrief, messages: tuple[ChatMessage, ...], round_: int, *, tools: tuple[ToolSpec, ...]
) -> ModelAnswer:
    """What the model says in this round, and the tools that it wants run."""
    return await step("ask", AskModel(role="plan", messages=messages, tools=tools, to=brief.answer, round=round_))
