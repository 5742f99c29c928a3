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
