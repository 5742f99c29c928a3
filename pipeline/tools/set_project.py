"""The tool that changes the settings of the video."""

from typing import ClassVar

from pydantic import Field

from pipeline.changes import SetVideo, apply
from pipeline.project import Colour, Fps, SideLength
from pipeline.tools.tool import Desk, Outcome, Tool


class SetProject(Tool):
    """Change the settings of the whole video: name, size in pixels, frames per second, background, palette."""

    settles_first: ClassVar[bool] = True

    name: str | None = Field(default=None, min_length=1, max_length=200)
    width: SideLength | None = None
    height: SideLength | None = None
    fps: Fps | None = None
    background: Colour | None = None
    palette: tuple[Colour, ...] | None = Field(default=None, max_length=8)

    def run(self, desk: Desk) -> Outcome:
        """Change the settings that are given."""
        change = SetVideo(**self.model_dump())
        video = apply(desk.project, change).project.video
        named = ", ".join(self.model_dump(exclude_none=True)) or "nothing"
        return Outcome(
            content=f"Set {named}. The video is {video.width}x{video.height} at {video.fps} frames per second.",
            summary=f"set {named} of the video",
            changes=(change,),
        )
