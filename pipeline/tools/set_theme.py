"""The tool that chooses the look that all scenes share."""

from typing import ClassVar

from pydantic import Field

from pipeline.changes import SetVideo, apply
from pipeline.project import Colour, Style, Typography
from pipeline.tools.tool import Desk, Outcome, Tool


class SetTheme(Tool):
    """Choose the look that all scenes share: palette, fonts and type scale, style. Once for a project.

    Scenes that are made from then on follow it. Those that are there keep theirs until edit_component changes them.
    """

    settles_first: ClassVar[bool] = True

    palette: tuple[Colour, ...] = Field(default=(), max_length=8, description="the background first, then accents")
    typography: Typography | None = None
    style: Style = Field(default="", description="one sentence on the look that all scenes share")

    def run(self, desk: Desk) -> Outcome:
        """Change what is given."""
        change = SetVideo(
            palette=self.palette or None,
            background=self.palette[0] if self.palette else None,
            typography=self.typography,
            style=self.style or None,
        )
        apply(desk.project, change)
        kept = sum(scene.revision is not None for scene in desk.project.scenes)
        note = f" Of the scenes that are there {kept} keep their look until they are changed." if kept else ""
        return Outcome(content=f"The theme is set.{note}", summary="chose the look of the video", changes=(change,))
