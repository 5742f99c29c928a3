"""The step that has mended what the checks found."""

from pipeline.commands import AskModel
from pipeline.findings import Verdict
from pipeline.flow import step
from pipeline.jobs import ComponentBrief
from pipeline.mending import Approach
from pipeline.prompts.writing import repair_prompt, source_in


async def repair(brief: ComponentBrief, source: str, verdict: Verdict, approach: Approach) -> str:
    """The source after a repair of just the findings; empty when the answer holds none."""
    prompt = repair_prompt(brief, source, verdict, approach)
    ask = AskModel(role="repair", messages=prompt, scene=brief.scene.id, approach=approach)
    return source_in((await step("repair", ask)).text)
