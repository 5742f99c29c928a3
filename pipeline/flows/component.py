"""The flow of a component job: write, check, mend, publish, and look at what was published."""

from itertools import count

from pipeline.commands import Published
from pipeline.errors import RejectedError
from pipeline.findings import Verdict
from pipeline.flows.steps.build import build
from pipeline.flows.steps.generate import generate
from pipeline.flows.steps.inspect import inspect
from pipeline.flows.steps.publish import publish
from pipeline.flows.steps.repair import repair
from pipeline.flows.steps.validate import validate
from pipeline.ids import Sha256
from pipeline.jobs import ComponentBrief


async def component(brief: ComponentBrief) -> Published:
    """Have a component written and checked until it can be shown, and mended if it does not look right then.

    What was published stays published: RejectedError is raised only when the repairs are used up before that.
    """
    source = await generate(brief) if brief.draft is None else brief.draft
    earlier: Verdict | None = None
    published: Published | None = None
    for repairs in count():
        verdict = await build(source)
        source = verdict.source or source
        if verdict.accepted and verdict.bundle:
            verdict = await validate(brief, source, verdict, verdict.bundle)
        if verdict.accepted and verdict.bundle:
            published = await publish(brief, source, verdict, verdict.bundle)
            verdict = await _looked_at(brief, published, verdict.bundle)
            if verdict.accepted:
                return published
        if _is_useless(repairs, verdict, earlier, brief):
            if published:
                return published
            raise RejectedError(verdict, repairs)
        source, earlier = await repair(brief, source, verdict), verdict
    raise AssertionError  # count() has no end


async def _looked_at(brief: ComponentBrief, published: Published, bundle: Sha256) -> Verdict:
    """Whether it looks right; nobody looks at what is not shown."""
    if not published.shown:
        return Verdict(accepted=True)
    seen = await inspect(brief, published, bundle)
    return Verdict(accepted=not seen.errors, findings=seen.errors)


def _is_useless(repairs: int, verdict: Verdict, earlier: Verdict | None, brief: ComponentBrief) -> bool:
    """Whether another repair would be of no use, or is not allowed."""
    spent = repairs >= brief.allowance.repairs
    return spent or (verdict.repeats(earlier) and repairs >= brief.allowance.insisted)
