"""The step that passes a source through the gates before rendering."""

from pipeline.commands import Build
from pipeline.findings import Verdict
from pipeline.flow import step


async def build(source: str) -> Verdict:
    """Accepted with a bundle, or the findings that stand against it."""
    return await step("build", Build(source=source))
