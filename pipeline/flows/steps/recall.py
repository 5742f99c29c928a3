"""The step that reads the project and the conversation, so that a replay hears them as they were."""

from pipeline.commands import Recall, Recollection
from pipeline.flow import step
from pipeline.jobs import TurnBrief


async def recall(brief: TurnBrief) -> Recollection:
    """The project and what was said before the message."""
    return await step("recall", Recall(before=brief.message))
