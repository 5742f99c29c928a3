"""The flow of a component job: write, check, mend, publish, and look at what was published."""

from pipeline.commands import Published
from pipeline.errors import OwnDraftRefusedError, RejectedError
from pipeline.findings import Verdict
from pipeline.flows.steps.build import build
from pipeline.flows.steps.generate import generate
from pipeline.flows.steps.inspect import inspect
from pipeline.flows.steps.publish import publish
from pipeline.flows.steps.repair import repair
from pipeline.flows.steps.validate import validate
from pipeline.ids import Sha256
from pipeline.jobs import ComponentBrief
from pipeline.mending import Approach, Mending


async def component(brief: ComponentBrief) -> Published:
    """Have a component written and checked until it can be shown, and mended if it does not look right then.

    What was published stays published: RejectedError is raised only when the repairs are used up before that.
    """
    source = await generate(brief) if brief.draft is None else brief.draft
    published: Published | None = None
    mending = Mending(brief.allowance)
    while True:
        verdict = await build(source)
        source = verdict.source or source
        if verdict.accepted and verdict.bundle:
            verdict = await validate(brief, source, verdict, verdict.bundle)
        if verdict.accepted and verdict.bundle:
            published = await publish(brief, source, verdict, verdict.bundle)
            verdict = await _looked_at(brief, published, verdict.bundle)
            if verdict.accepted:
                return published
        approach = _approach(brief, mending, verdict, shown=published is not None)
        if approach is None:
            if published:
                return published
            raise _refusal(brief, mending, verdict)
        source = await repair(brief, source, verdict, approach)


async def _looked_at(brief: ComponentBrief, published: Published, bundle: Sha256) -> Verdict:
    """Whether it looks right; nobody looks at what is not shown."""
    if not published.shown:
        return Verdict(accepted=True)
    seen = await inspect(brief, published, bundle)
    return Verdict(accepted=not seen.errors, findings=seen.errors)


def _approach(brief: ComponentBrief, mending: Mending, verdict: Verdict, *, shown: bool) -> Approach | None:
    """How the model is to mend it, if it may; a person's own draft is theirs to mend, unless they say otherwise."""
    return None if _is_own(brief) else mending.approach(verdict, shown=shown)


def _refusal(brief: ComponentBrief, mending: Mending, verdict: Verdict) -> RejectedError:
    return OwnDraftRefusedError(verdict) if _is_own(brief) else RejectedError(verdict, mending.made)


def _is_own(brief: ComponentBrief) -> bool:
    return brief.draft is not None and not brief.draft_may_be_mended
