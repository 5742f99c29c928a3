"""What a component looks like, read from its source: so that a scene beside it can be of one piece with it."""

import re

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")
_FONT = re.compile(r"fontFamily:\s*[\"'`]+([^\"'`]{1,80})")
_MOVES = re.compile(r"\b(spring|Easing\.\w+\(Easing\.\w+\)|Easing\.\w+)")
_MOST = 5


def look_of(source: str) -> str:
    """Its colours, fonts and kinds of movement in one line; empty where it shows none."""
    parts = (("colours", _COLOUR), ("fonts", _FONT), ("moves with", _MOVES))
    found = ((word, list(dict.fromkeys(kind.findall(source)))[:_MOST]) for word, kind in parts)
    return "; ".join(f"{word} {', '.join(values)}" for word, values in found if values)
