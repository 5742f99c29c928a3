"""The flow of a component job: write, check, mend, publish."""

from itertools import count

from pipeline.commands import AskModel, Build, Publish, Published, RenderCheck
from pipeline.errors import RejectedError
from pipeline.findings import Verdict
from pipeline.flow import step
from pipeline.jobs import ComponentBrief
from pipeline.prompts.writing import repair_prompt, source_in, write_prompt


async def component(brief: ComponentBrief) -> Published:
    """Have a component written and checked until it can be shown. Raises RejectedError when the repairs are used up."""
    scene = brief.scene.id
    answer = await step("generate", AskModel(role="write", messages=write_prompt(brief), scene=scene))
    source = source_in(answer.text)
    earlier: Verdict | None = None
    for repairs in count():
        verdict = await _check(source, brief)
        if verdict.accepted and verdict.bundle:
            return await step("publish", _publish(brief, source, verdict))
        if _is_useless(repairs, verdict, earlier, brief):
            raise RejectedError(verdict, repairs)
        prompt = repair_prompt(brief, source, verdict)
        answer = await step("repair", AskModel(role="repair", messages=prompt, scene=scene))
        source, earlier = source_in(answer.text), verdict
    raise AssertionError  # count() has no end


async def _check(source: str, brief: ComponentBrief) -> Verdict:
    built = await step("build", Build(source=source))
    if not built.accepted or built.bundle is None:
        return built
    scene = brief.scene
    check = RenderCheck(
        bundle=built.bundle, video=brief.video, duration_frames=scene.duration_frames, props=scene.props
    )
    rendered = await step("validate", check)
    return Verdict(
        accepted=rendered.accepted,
        findings=(*built.findings, *rendered.findings),
        bundle=built.bundle,
        report={"build": built.report, "validate": rendered.report},
    )


def _publish(brief: ComponentBrief, source: str, verdict: Verdict) -> Publish:
    assert verdict.bundle is not None  # noqa: S101  # the caller looked
    return Publish(
        scene=brief.scene.id,
        generation=brief.scene.generation,
        source=source,
        bundle=verdict.bundle,
        findings=verdict.findings,
        report=verdict.report,
    )


def _is_useless(repairs: int, verdict: Verdict, earlier: Verdict | None, brief: ComponentBrief) -> bool:
    spent = repairs >= brief.allowance.repairs
    return spent or (verdict.repeats(earlier) and repairs >= brief.allowance.insisted)
