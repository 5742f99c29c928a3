"""From a design to the source of its component, and back."""

import json
from collections.abc import Mapping
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field

from composer.designs.content import Content, Kind
from composer.designs.look import Colours
from composer.designs.moods import CLEAR, Mood
from composer.designs.settings import scene_of, set_in

SLOWEST, FASTEST = 0.25, 4.0
SMALLEST, LARGEST = 0.4, 1.6

_IMPORTS = """\
import { createContext, type ReactNode, useContext } from "react";
import { AbsoluteFill, interpolate, random, spring, useCurrentFrame, useVideoConfig } from "remotion";
"""
_OPENING, _CLOSING = "const design = ", " as const;"
_HEADED, _CHARTED = {"headline", "subline"}, {"headline", "values"}
_COUNTED = {"headline", "subline", "start", "end", "prefix", "suffix"}
_TEMPLATES = {
    Kind.TITLE: ("title_reveal", _HEADED),
    Kind.WORDS: ("kinetic_words", {"items"}),
    Kind.COUNTER: ("counter", _COUNTED),
    Kind.CHART: ("bar_chart", _CHARTED),
    Kind.LIST: ("list", {"headline", "items"}),
    Kind.OUTRO: ("outro", _HEADED),
    Kind.LOGO: ("logo_build", _HEADED),
    Kind.LINE: ("line_chart", _CHARTED),
    Kind.QUOTE: ("quote", _HEADED),
    Kind.SPLIT: ("split_screen", {"items"}),
    Kind.GRADIENT: ("gradient_background", _HEADED),
    Kind.PARTICLES: ("particle_background", _HEADED),
    Kind.COUNTDOWN: ("countdown", {"headline", "subline", "start"}),
    Kind.LOWER_THIRD: ("lower_third", _HEADED),
    Kind.CODE: ("code_typing", {"headline", "items"}),
    Kind.RING: ("progress_ring", _COUNTED),
    Kind.TIMELINE: ("timeline", {"headline", "items"}),
    Kind.TABLE: ("comparison_table", {"headline", "items"}),
}
_PLAIN = ("plain", {"headline", "subline", "items"})
_TEXTS = {
    name: files("composer.designs").joinpath(f"{name}.tsx.txt").read_text("utf-8").strip()
    for name in (*(name for name, _ in _TEMPLATES.values()), "plain", "stage", "backdrop")
}


class Design(BaseModel):
    """One scene wholly: what it says, colours and mood, how fast (1 is normal), how large (1 is normal), or plainly."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    content: Content
    colours: Colours
    mood: Mood = CLEAR
    speed: float = Field(default=1.0, ge=SLOWEST, le=FASTEST)
    scale: float = Field(default=1.0, ge=SMALLEST, le=LARGEST)
    plain: bool = False


def source_of(design: Design) -> str:
    """Write the component: the design as data, what can be set of it, the code that draws it, the stage all share."""
    name, fields = _PLAIN if design.plain else _TEMPLATES[design.content.kind]
    opening = f"{_OPENING}{_as_code(_data(design, fields))}{_CLOSING}"
    scene = scene_of(name, fields, len(design.content.items))
    return "\n\n".join((_IMPORTS.strip(), opening, scene, _TEXTS[name], _TEXTS["stage"], _TEXTS["backdrop"])) + "\n"


def design_in(source: str) -> Design | None:
    """Read the design back from a source of ours; nothing from a source that somebody else wrote or rearranged."""
    _, opening, rest = source.partition(f"\n{_OPENING}")
    if not opening or not source.startswith(_IMPORTS):
        return None
    try:
        return Design.model_validate(json.JSONDecoder().raw_decode(rest)[0])
    except (ValueError, RecursionError):
        return None


def as_set(design: Design, props: Mapping[str, object]) -> Design:
    """Take what a person has set of a scene's props for the design's own; what is out of range is left."""
    try:
        return Design.model_validate(set_in(design.model_dump(mode="json"), props))
    except ValueError:
        return design


def _data(design: Design, fields: set[str]) -> str:
    """Write the fields that the drawing reads and those that say something, so that a change of kind loses nothing."""
    data = design.model_dump(mode="json")
    said = design.content.model_dump(mode="json", exclude_defaults=True)
    data["content"] = {name: value for name, value in data["content"].items() if name in fields | said.keys()}
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)


def _as_code(data: str) -> str:
    """Escape what is safe in JSON and not in a module inside a Markdown fence or a page."""
    for character in "`<>\u2028\u2029":
        data = data.replace(character, f"\\u{ord(character):04x}")
    return data
