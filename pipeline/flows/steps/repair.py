"""The step that has mended what the checks found."""

from pipeline.commands import AskModel
from pipeline.findings import Verdict
from pipeline.flow import step
from pipeline.jobs import ComponentBrief
from pipeline.prompts.writing import repair_prompt, source_in


async def repair(brief: ComponentBrief, source: str, verdict: Verdict) -> str:
    """The source after a repair of just the findings; empty when the answer holds none."""
    prompt = repair_prompt(brief, source, verdict)
    return source_in((await step("repair", AskModel(role="repair", messages=prompt, scene=brief.scene.id))).text)
