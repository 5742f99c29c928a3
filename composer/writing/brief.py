"""The brief of a component, as the last message of a writing request holds it."""

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

_FENCED = r"^(?P<fence>`{{3,}}){language}[ \t]*\n(?P<body>.*?)\n(?P=fence)[ \t]*$"
_JSON = re.compile(_FENCED.format(language="json"), re.MULTILINE | re.DOTALL)
_TSX = re.compile(_FENCED.format(language="(?:tsx|jsx|ts)"), re.MULTILINE | re.DOTALL)


class SceneBrief(BaseModel):
    """The scene to write."""

    model_config = ConfigDict(frozen=True)

    name: str = ""
    description: str = ""
    props: dict[str, object] = {}
    """What a person has set of it."""


class FontsBrief(BaseModel):
    """The fonts of the video."""

    model_config = ConfigDict(frozen=True)

    heading: str = ""


class VideoBrief(BaseModel):
    """The video around it; the palette is an order of accents."""

    model_config = ConfigDict(frozen=True)

    name: str = ""
    background: str = "#0b1021"
    palette: tuple[str, ...] = ()
    typography: FontsBrief | None = None
    style: str = ""


class Brief(BaseModel):
    """What is asked: to write, to edit as instructed, or to repair what checks found."""

    model_config = ConfigDict(frozen=True)

    task: Literal["write", "edit", "repair"] = "write"
    scene: SceneBrief = SceneBrief()
    video: VideoBrief = VideoBrief()
    instruction: str | None = None
    source: str = ""


def brief_in(message: str) -> Brief | None:
    """Read the brief and, behind it, the current source; None where there is no readable brief."""
    block = _JSON.search(message)
    if block is None:
        return None
    try:
        brief = Brief.model_validate_json(block["body"])
    except ValidationError:
        return None
    source = _TSX.search(message, block.end())
    return brief.model_copy(update={"source": source["body"] if source else ""})
