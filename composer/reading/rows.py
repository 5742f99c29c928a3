"""The texts of designs that show several: halves of a screen, lines of code, milestones, rows of a table."""

import re

from composer.designs.content import Kind
from composer.reading.lists import LONGEST_ITEM, MOST_ITEMS, Listing
from composer.reading.quotes import Masked, tidy

EXAMPLES = {
    Kind.LIST: ("First point", "Second point", "Third point"),
    Kind.SPLIT: ("Before", "After"),
    Kind.CODE: ('const hello = "world";', "for (const idea of ideas) {", "\u21e5animate(idea);", "}"),
    Kind.TIMELINE: ("First: the idea", "Then: the work", "Now: the result"),
    Kind.TABLE: (" | One | Two", "First point | yes | no", "Second point | yes | yes"),
}
"""What stands in a design of texts when nobody gave any."""

_AGAINST = re.compile(r"\s+(?:vs\.?|versus)\s+", re.IGNORECASE)
_NAMED = r"[^\s,.:;]+(?: [^\s,.:;]+)?"
_PAIR = re.compile(rf"(?P<left>{_NAMED})\s+(?:vs\.?|versus)\s+(?P<right>{_NAMED})", re.IGNORECASE)
_CELL = re.compile(r"(?P<cell>[$€£]?\d[\d.,]*\s?(?:%|[^\W\d_]{1,12})?|\S+)$")
_PIECES = re.compile(r"[,;\n]+")
_DATED = re.compile(
    r"^(?:in |and )?(?P<when>(?:19|20)\d\d|Q[1-4](?: 20\d\d)?|[A-Z][a-z]{2,8} \d{1,4})[\s:\u2013—-]+(?P<what>\S.*)$"
)
_FEWEST = 2


def rows_in(kind: Kind, sentence: Masked, listing: Listing | None, quoted: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a design of several texts shows: what is quoted, else what is told in its own way, else examples."""
    if quoted:
        rows = quoted
    elif kind is Kind.TABLE:
        rows = _compared(sentence)
    elif kind is Kind.SPLIT:
        rows = _halves(sentence)
    elif kind is Kind.TIMELINE:
        rows = _dated(sentence) or (listing.items if listing else ())
    else:
        rows = listing.items if listing and kind is not Kind.CODE else ()
    most = _FEWEST if kind is Kind.SPLIT else MOST_ITEMS
    return tuple(row[:LONGEST_ITEM] for row in (rows or EXAMPLES[kind])[:most])


def _compared(sentence: Masked) -> tuple[str, ...]:
    """Return a head and a row for each "price $0 vs $9" of a text that tells what is compared."""
    pieces = [piece for piece in _PIECES.split(sentence.text.replace(":", ",")) if _AGAINST.search(piece)]
    rows = [_row(sentence.restored(piece)) for piece in pieces]
    if len(rows) < _FEWEST:
        return ()
    head = " | ".join(["", *(cell for cell in rows[0].split(" | ")[-2:])])
    return (head, *rows[1:])


def _row(piece: str) -> str:
    left, right = _AGAINST.split(piece, maxsplit=1)
    one = _CELL.search(tidy(left))
    cell = one["cell"] if one else ""
    return f"{tidy(left).removesuffix(cell).strip()} | {cell} | {tidy(right).rstrip('.')}"


def _halves(sentence: Masked) -> tuple[str, ...]:
    found = _PAIR.search(sentence.text)
    return (tidy(found["left"]).capitalize(), tidy(found["right"]).capitalize()) if found else ()


def _dated(sentence: Masked) -> tuple[str, ...]:
    text = sentence.text.replace(":", ",", 1)
    found = [_DATED.match(tidy(sentence.restored(piece)).rstrip(".")) for piece in _PIECES.split(text)]
    rows = tuple(f"{match['when']}: {match['what']}" for match in found if match)
    return rows if len(rows) >= _FEWEST else ()
