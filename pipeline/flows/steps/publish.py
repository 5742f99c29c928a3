"""The step that stores a revision and shows it."""

from pipeline.commands import Publish, Published
from pipeline.findings import Verdict
from pipeline.flow import step
from pipeline.ids import Sha256
from pipeline.jobs import ComponentBrief


async def publish(brief: ComponentBrief, source: str, verdict: Verdict, bundle: Sha256) -> Published:
    """The stored revision; it is not shown when the scene has moved on to a later generation."""
    return await step(
        "publish",
        Publish(
            scene=brief.scene.id,
            generation=brief.scene.generation,
            source=source,
            bundle=bundle,
            findings=verdict.findings,
            report=verdict.report,
        ),
    )
