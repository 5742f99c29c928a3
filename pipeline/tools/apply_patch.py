"""The tool that changes many small things of the project in one go."""

from pydantic import Field

from pipeline import changes
from pipeline.changes import PatchOperation, apply, difference, worded
from pipeline.tools.tool import Desk, Outcome, Tool


class ApplyPatch(Tool):
    """Apply a JSON Patch (RFC 6902) to the project, all or nothing; use it to change many settings or props at once.

    The document: /video (name, width, height, fps, background, palette, typography, style) and /scenes/N, N from 0
    (name, description, duration_frames, transition, props). Scenes can be removed and moved, not added. No component
    is written.
    """

    operations: tuple[PatchOperation, ...] = Field(min_length=1, max_length=100)

    def run(self, desk: Desk) -> Outcome:
        """Work out what the patch changes; it is worked out again where it is written."""
        change = changes.ApplyPatch(operations=self.operations)
        made = worded(desk.project, difference(desk.project, apply(desk.project, change).project))
        return Outcome(content=f"Done: {made}.", summary=made, changes=(change,))
