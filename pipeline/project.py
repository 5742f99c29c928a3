"""What a video is: its settings and its scenes in order."""

from typing import Annotated

from pydantic import Field, JsonValue

from pipeline.assets import Asset
from pipeline.findings import Finding
from pipeline.ids import ProjectId, RevisionId, SceneId, Sha256
from pipeline.value import Value

Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$", description="a colour as #rrggbb")]
DurationFrames = Annotated[int, Field(ge=1, le=18_000)]
SideLength = Annotated[int, Field(ge=16, le=3840, multiple_of=2, description="pixels, even")]
Fps = Annotated[int, Field(ge=1, le=120)]
Transition = Annotated[
    str, Field(pattern=r"^[a-z][a-z-]{0,39}$", description="how the scene comes after the one before")
]

Font = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9 ]{0,59}$", description="a font family")]
Style = Annotated[str, Field(max_length=400)]

LONGEST_NAME = 200

_BODY_SHARE = 0.04
"""The size of running text, as a share of the shorter side."""

_SCALE = {"small": -1, "body": 0, "subtitle": 1, "title": 3, "display": 4}

MOST_SCENES = 100
"""A project of more scenes is refused: the timeline and the prompts are made for fewer."""


class Typography(Value):
    """The fonts of a video, and the ratio between one size of its type scale and the next."""

    heading: Font = "Inter"
    body: Font = "Inter"
    ratio: float = Field(default=1.333, ge=1.1, le=1.8)


class Video(Value):
    """The settings of a project: what every scene of it shares."""

    name: str = Field(default="Untitled", min_length=1, max_length=LONGEST_NAME)
    width: SideLength = 1280
    height: SideLength = 720
    fps: Fps = 30
    background: Colour = "#0b1021"
    palette: tuple[Colour, ...] = Field(default=(), max_length=8)
    typography: Typography | None = None
    style: Style = ""

    @property
    def type_sizes(self) -> dict[str, int]:
        """The type scale in pixels of this canvas."""
        ratio, body = (self.typography or Typography()).ratio, min(self.width, self.height) * _BODY_SHARE
        return {name: round(body * ratio**power) for name, power in _SCALE.items()}


class Still(Value):
    """A picture of one frame of a scene, kept as an artifact."""

    frame: int
    sha256: Sha256


class Scene(Value):
    """A span of the video and the revision it shows; `bundle` is the artifact of that revision."""

    id: SceneId
    name: str = Field(min_length=1, max_length=LONGEST_NAME)
    description: str = Field(default="", max_length=4000)
    duration_frames: DurationFrames
    transition: Transition = "cut"
    props: dict[str, JsonValue] = Field(default_factory=dict)
    generation: int = 0
    revision: RevisionId | None = None
    bundle: Sha256 | None = None


class Project(Value):
    """A video as it stands: settings, scenes in order, the sources they show, and what the checks warned of in them."""

    id: ProjectId
    video: Video
    scenes: tuple[Scene, ...] = ()
    sources: dict[SceneId, str] = Field(default_factory=dict)
    assets: tuple[Asset, ...] = ()
    warnings: dict[SceneId, tuple[Finding, ...]] = Field(default_factory=dict)

    def scene(self, scene: str) -> Scene | None:
        """The scene of that id, or None."""
        return next((known for known in self.scenes if known.id == scene), None)

    def seconds(self, frames: int) -> float:
        """A duration of this video in seconds."""
        return round(frames / self.video.fps, 3)

    def frames(self, seconds: float) -> int:
        """A duration in whole frames of this video, at least one."""
        return max(1, round(seconds * self.video.fps))
