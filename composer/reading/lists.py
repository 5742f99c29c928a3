"""Lists: "three features: fast, safe, simple", bullet lines, "the words a, b and c"."""

import re
from dataclasses import dataclass

from composer.reading.colours import mentions_in
from composer.reading.quotes import MASK, Masked, tidy

MOST_ITEMS = 8
LONGEST_ITEM = 90

_BULLET = re.compile(r"^\s*(?:[-*•\u2013▪✓]|\d{1,2}[.)])\s+(\S.*)$")
_INLINE = re.compile(r"(?P<heading>[^:\n.!?;]{2,80}):\s*(?P<items>[^:\n.!?;]{3,600})")
_ANNOUNCED = re.compile(
    r"\b(?P<heading>words|items|list of|list|features|points|steps|benefits|ingredients|reasons)\s+(?:are\s+|like\s+)?"
    r"(?P<items>[^:\n.!?;]{3,300})",
    re.IGNORECASE,
)
_PARTS = re.compile(r",\s*(?:and\s+|und\s+|et\s+|y\s+|e\s+)?|\s+(?:and|&|und|et)\s+|、|\uff0c")
_LEAD_IN = re.compile(
    r"^.*\b(?:with|show|showing|list|listing|lists|of|our|my|the|add|scene that|has|its|about|mit|avec|con)\s+",
    re.IGNORECASE,
)
_NOT_A_HEADING = re.compile(r"\b(?:scene|szene|colou?rs?|palette|farben|couleurs|colores)\b", re.IGNORECASE)
_COUNTED = re.compile(r"^(?:\d+|two|three|four|five|six|seven|eight)\s+", re.IGNORECASE)
_TRAILING = re.compile(r"\s+(?:in|with|on|for|over|using|then|as|at)\s+.*$", re.IGNORECASE)
_FEWEST_ANNOUNCED = 3


@dataclass(frozen=True)
class Listing:
    """A heading (perhaps empty) and its items."""

    heading: str
    items: tuple[str, ...]


def listing_in(sentence: Masked) -> Listing | None:
    """Return the first list of two items or more."""
    for found in (_bullets(sentence), _inline(sentence), _announced(sentence)):
        if found and len(found.items) > 1:
            return found
    return None


def _bullets(sentence: Masked) -> Listing | None:
    items: list[str] = []
    heading = ""
    for line in sentence.text.splitlines():
        if match := _BULLET.match(line):
            items.append(_item(sentence, match[1]))
        elif not items and line.rstrip().endswith(":"):
            heading = _heading(sentence, line.rstrip()[:-1])
    return _listing(heading, items)


def _inline(sentence: Masked) -> Listing | None:
    for match in _INLINE.finditer(sentence.text):
        parts = _PARTS.split(match["items"])
        if _NOT_A_HEADING.search(match["heading"][-30:]) or len(parts) < 2:  # noqa: PLR2004 - a list has two items
            continue
        return _listing(_heading(sentence, match["heading"]), [_item(sentence, part) for part in parts])
    return None


def _announced(sentence: Masked) -> Listing | None:
    for match in _ANNOUNCED.finditer(sentence.text):
        parts = _PARTS.split(match["items"])
        parts[-1] = _TRAILING.sub("", parts[-1])
        if len(parts) >= _FEWEST_ANNOUNCED and all(len(part.split()) <= _FEWEST_ANNOUNCED for part in parts):
            heading = (
                "" if match["heading"].lower().startswith(("words", "items", "list")) else match["heading"].capitalize()
            )
            return _listing(heading, [_item(sentence, part) for part in parts])
    return None


def _listing(heading: str, items: list[str]) -> Listing | None:
    kept = [item for item in items if item][:MOST_ITEMS]
    if len(kept) < 2 or all(_is_a_colour(item) for item in kept):  # noqa: PLR2004 - a list has two items
        return None
    return Listing(heading, tuple(kept))


def _heading(sentence: Masked, text: str) -> str:
    short = _COUNTED.sub("", _LEAD_IN.sub("", text.strip()))
    words = tidy(sentence.restored(short)).split()[-4:]
    heading = " ".join(words)
    return heading[:1].upper() + heading[1:]


def _item(sentence: Masked, text: str) -> str:
    if re.fullmatch(MASK, text.strip()):
        return sentence.quote(text.strip())[:LONGEST_ITEM]
    return tidy(sentence.restored(text)).strip(" ,.;")[:LONGEST_ITEM]


def _is_a_colour(item: str) -> bool:
    return bool(mentions_in(f"colours {item}")) and len(item.split()) <= 2  # noqa: PLR2004 - "dark blue"
