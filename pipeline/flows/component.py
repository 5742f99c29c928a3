"""The flow of a component job: write, check, mend, publish."""

from itertools import count

from pipeline.commands import Published
from pipeline.errors import RejectedError
from pipeline.findings import Verdict
from pipeline.flows.steps.build import build
from pipeline.flows.steps.generate import generate
from pipeline.flows.steps.publish import publish
from pipeline.flows.steps.repair import repair
from pipeline.flows.steps.validate import validate
from pipeline.jobs import ComponentBrief


async def component(brief: ComponentBrief) -> Published:
    """Have a component written and checked until it can be shown. Raises RejectedError when the repairs are used up."""
    source = await generate(brief) if brief.draft is None else brief.draft
    earlier: Verdict | None = None
    for repairs in count():
        verdict = await build(source)
        source = verdict.source or source
        if verdict.accepted and verdict.bundle:
            verdict = await validate(brief, source, verdict, verdict.bundle)
        if verdict.accepted and verdict.bundle:
            return await publish(brief, source, verdict, verdict.bundle)
        if _is_useless(repairs, verdict, earlier, brief):
            raise RejectedError(verdict, repairs)
        source, earlier = await repair(brief, source, verdict), verdict
    raise AssertionError  # count() has no end


def _is_useless(repairs: int, verdict: Verdict, earlier: Verdict | None, brief: ComponentBrief) -> bool:
    """Whether another repair would be of no use, or is not allowed."""
    spent = repairs >= brief.allowance.repairs
    return spent or (verdict.repeats(earlier) and repairs >= brief.allowance.insisted)
