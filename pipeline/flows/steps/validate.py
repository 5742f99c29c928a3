"""The step that really renders what was built."""

from pipeline.commands import RenderCheck
from pipeline.findings import Verdict
from pipeline.flow import step
from pipeline.ids import Sha256
from pipeline.jobs import ComponentBrief


async def validate(brief: ComponentBrief, source: str, built: Verdict, bundle: Sha256) -> Verdict:
    """The verdict of both checks together, with the findings of both."""
    scene = brief.scene
    check = RenderCheck(
        bundle=bundle,
        source=source,
        video=brief.video,
        duration_frames=scene.duration_frames,
        props=scene.props,
        assets=brief.assets,
    )
    rendered = await step("validate", check)
    return Verdict(
        accepted=rendered.accepted,
        findings=(*built.findings, *rendered.findings),
        bundle=bundle,
        report={"build": built.report, "validate": rendered.report},
    )
