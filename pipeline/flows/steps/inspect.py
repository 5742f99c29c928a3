"""The step that looks at what was published."""

from pipeline.commands import Inspect, Inspection, Published
from pipeline.flow import step
from pipeline.ids import Sha256
from pipeline.jobs import ComponentBrief


async def inspect(brief: ComponentBrief, published: Published, bundle: Sha256) -> Inspection:
    """What the revision looks like; it is shown already, and stays shown whatever is found."""
    return await step(
        "inspect",
        Inspect(
            revision=published.revision,
            bundle=bundle,
            video=brief.video,
            duration_frames=brief.scene.duration_frames,
            props=brief.scene.props,
            files=brief.files,
        ),
    )
