"""What a person points at in the preview, so that "this" in their message means something."""

from typing import Annotated, Literal

from pydantic import Field

from pipeline.ids import SceneId
from pipeline.value import Value

Share = Annotated[float, Field(ge=0, le=1)]


class Box(Value):
    """Shares of the picture's width and height, from its upper left corner."""

    x: Share
    y: Share
    width: Share
    height: Share


class Pointed(Value):
    """One thing in the picture of a scene: what it is, what is read there, and where; `frame` counts in the scene."""

    scene: SceneId
    frame: int = Field(ge=0)
    kind: Literal["headline", "text", "picture", "shape", "background"]
    tag: str = Field(pattern=r"^[A-Za-z][A-Za-z0-9-]{0,30}$")
    text: str = Field(max_length=200)
    box: Box
