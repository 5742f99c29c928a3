"""The step that has a component written, or the one that is shown changed."""

from pipeline.commands import AskModel
from pipeline.flow import step
from pipeline.jobs import ComponentBrief
from pipeline.prompts.writing import source_in, write_prompt


async def generate(brief: ComponentBrief) -> str:
    """The source of the model's first draft; empty when its answer holds none."""
    ask = AskModel(role="write", messages=write_prompt(brief), scene=brief.scene.id)
    return source_in((await step("generate", ask)).text)
