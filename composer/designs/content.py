"""What one scene says, whichever way it looks."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Kind(StrEnum):
    """The motion designs by name."""

    TITLE = "title reveal"
    WORDS = "kinetic words"
    COUNTER = "counter"
    CHART = "bar chart"
    LIST = "list"
    OUTRO = "outro"
    LOGO = "logo build"
    LINE = "line chart"
    QUOTE = "quote"
    SPLIT = "split screen"
    GRADIENT = "gradient background"
    PARTICLES = "particle background"
    COUNTDOWN = "countdown"
    LOWER_THIRD = "lower third"
    CODE = "code typing"
    RING = "progress ring"
    TIMELINE = "timeline"
    TABLE = "comparison table"


HEADED = frozenset((Kind.TITLE, Kind.OUTRO, Kind.LOGO, Kind.QUOTE, Kind.GRADIENT, Kind.PARTICLES, Kind.LOWER_THIRD))
"""Designs of a headline and a line beneath it."""

LISTED = frozenset((Kind.WORDS, Kind.LIST, Kind.SPLIT, Kind.CODE, Kind.TIMELINE, Kind.TABLE))
"""Designs of several texts; all but kinetic words and a split screen may have a heading."""

CHARTED = frozenset((Kind.CHART, Kind.LINE))
COUNTED = frozenset((Kind.COUNTER, Kind.COUNTDOWN, Kind.RING))


class Value(BaseModel):
    """One bar of a chart; `shown` is the number as people read it."""

    model_config = ConfigDict(frozen=True)

    label: str
    value: float
    shown: str


class Content(BaseModel):
    """The words and numbers of one scene."""

    model_config = ConfigDict(frozen=True)

    kind: Kind
    headline: str = ""
    subline: str = ""
    items: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    start: float = 0.0
    end: float = 0.0
    prefix: str = ""
    suffix: str = ""


def shown(value: float, prefix: str = "", suffix: str = "") -> str:
    """Write a number as people read it: grouped thousands, no idle decimals, the currency in front."""
    digits = f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{prefix}{digits}{suffix}"
