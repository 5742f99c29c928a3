"""A plan is data: the scenes of a video with their lengths, which add up to what was asked for."""

from itertools import accumulate, pairwise

from pydantic import Field, JsonValue

from pipeline.errors import ChangeRefusedError
from pipeline.project import LONGEST_NAME, MOST_SCENES, Colour, Style, Typography
from pipeline.value import Value

MOST_STRETCH = 1.25
"""A plan that is this much off the length that was asked for is stretched to fit; one further off is refused."""


class PlannedScene(Value):
    """One scene of the plan."""

    name: str = Field(min_length=1, max_length=LONGEST_NAME, description="two or three words")
    description: str = Field(min_length=1, max_length=4000, description="what is seen and said, with the exact texts")
    duration_seconds: float = Field(gt=0, le=600)
    props: dict[str, JsonValue] = Field(default={}, description="props of the component, if it needs any")


class ScenePlan(Value):
    """The scenes of a video, in order, and the look that they share."""

    title: str = Field(min_length=1, max_length=LONGEST_NAME, description="the name of the video")
    scenes: tuple[PlannedScene, ...] = Field(min_length=1, max_length=MOST_SCENES)
    total_seconds: float | None = Field(
        default=None, gt=0, le=3600, description="the length that the person asked for, if one; the scenes add up to it"
    )
    palette: tuple[Colour, ...] = Field(default=(), max_length=8, description="the background first, then accents")
    typography: Typography | None = Field(default=None, description="fonts and type scale of all scenes")
    style: Style = Field(default="", description="one sentence on the look that all scenes share")
    replace: bool = Field(default=False, description="true removes the scenes there are; false adds to them")

    def frames(self, fps: int) -> tuple[int, ...]:
        """The length of each scene in frames. Raises ChangeRefusedError where they are too far off the whole."""
        planned = sum(scene.duration_seconds for scene in self.scenes)
        asked = self.total_seconds or planned
        if not 1 / MOST_STRETCH <= asked / planned <= MOST_STRETCH:
            message = f"the scenes take {planned:g} s together and {asked:g} s were asked for; plan lengths that add up"
            raise ChangeRefusedError(message)
        return _shares([scene.duration_seconds for scene in self.scenes], round(asked * fps))


def _shares(parts: list[float], whole: int) -> tuple[int, ...]:
    """Whole numbers in proportion to the parts that add up to the whole; each is at least one."""
    ends = [round(end * whole / sum(parts)) for end in accumulate(parts, initial=0.0)]
    return tuple(max(1, end - start) for start, end in pairwise(ends))
