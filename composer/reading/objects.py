"""A wish that is written as a JSON object, told in sentences that the other rules read."""

import json
import re
from collections.abc import Iterator

from pydantic import JsonValue

_FENCE = re.compile(r"^```(?:json)?\s*(.*?)\s*```$", re.DOTALL)
_TITLES = frozenset(("title", "name", "headline", "topic", "subject"))
_DURATIONS = frozenset(("duration", "length", "seconds", "duration_seconds"))
_COLOURS = frozenset(("colors", "colours", "palette"))


def in_sentences(message: str) -> str:
    """Return what an object says, one sentence a field; any other message as it is."""
    text = message.strip()
    fenced = _FENCE.match(text)
    found = _object(fenced[1] if fenced else text)
    return " ".join(_sentences(found)) if found else message


def _object(text: str) -> dict[str, JsonValue] | None:
    if not text.startswith("{"):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _sentences(found: dict[str, JsonValue]) -> Iterator[str]:
    for key, value in found.items():
        name = key.lower()
        if name in _TITLES:
            yield f"A video about {_quoted(value)}."
        elif name in _DURATIONS and isinstance(value, int | float) and not isinstance(value, bool):
            yield f"{value:g} seconds."
        elif name == "scenes":
            yield from _scenes(value)
        elif name in _COLOURS:
            yield f"Colours {_said(value)}."
        else:
            yield f"{key}: {_said(value)}."


def _scenes(value: JsonValue) -> Iterator[str]:
    if isinstance(value, list):
        yield from (f"Scene {number}: {_said(scene)}." for number, scene in enumerate(value, 1))
    else:
        yield f"{_said(value)} scenes."


def _said(value: JsonValue) -> str:
    match value:
        case dict():
            return ", ".join(_said(part) for part in value.values())
        case list():
            return ", ".join(_said(part) for part in value)
        case _:
            return "" if value is None else str(value)


def _quoted(value: JsonValue) -> str:
    return "“" + _said(value).replace("“", "").replace("”", "") + "”"
