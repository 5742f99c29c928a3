"""Colours a text names: CSS names, common words, hexadecimal and rgb(), as #rrggbb.

Names mean what people mean by them: navy is the deep blue of a brand book, not the bright one of CSS.
"""

import re
from dataclasses import dataclass
from importlib.resources import files

NAMES: dict[str, str] = dict(
    line.split(" ") for line in files("composer.reading").joinpath("colour_names.txt").read_text("utf-8").splitlines()
)

_AMBIGUOUS_TEXT = """
aqua azure amber bronze cherry chocolate copper cream forest indigo lavender lemon lime linen mint mustard
ocean olive orchid peach plum rose ruby rust salmon sand seashell sienna sky snow tan thistle tomato vert
wheat rot
"""
_AMBIGUOUS = frozenset(_AMBIGUOUS_TEXT.split())
_ALSO_A_THING = re.compile(
    r"(?:(?:colou?rs?|palette|tones?|theme|brand)\b[^.;\n]{0,40}|\b(?:be|to|into|it|scenes?|text|title|background|bars?|letters?|everything)\s+(?:(?:a|all|more|mostly|very)\s)?)$"
)
_THING_AFTER = re.compile(r"^\s*(?:background|text|title|letters|colou?rs?|palette|accents?|tones?|theme|bars?)\b")
_JOINED = re.compile(r"^\s*(?:,|and|with|on|&|\+|/|,\s*and)\s*$")
_BACKGROUND_AFTER = re.compile(r"^\s*(?:coloured |colored )?(?:background|backdrop|hintergrund)")
_BACKGROUND_BEFORE = re.compile(r"(?:\bon (?:an? )?|\bbackground (?:is |of |in |to |:)?\s*)$")
_REFUSED_BEFORE = re.compile(
    r"\b(?:without|no|not|never|avoid|except|instead of|rather than|ohne|kein\w*|statt|sans|pas de|sin|senza|sem)"
    r"\s+(?:(?:any|too much|the|a|an|use|using|be|in|of)\s+)*$"
)
_ALSO_REFUSED = re.compile(r"^\s*(?:or|nor|oder|ou|ni|o)\s*$")
_LEAVING = re.compile(r"\b(?:from|change|replace|swap|turn)\s+(?:the\s+|all\s+)?$")
_FOR_ANOTHER = re.compile(r"^\s*(?:one |part )?(?:to|into|with|by|for)\b")
_HEX = re.compile(r"#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![0-9a-z])")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})[^)]{0,20}\)")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Mention:
    """A colour and where the text names it."""

    start: int
    end: int
    colour: str
    name: str


def colours_in(text: str) -> tuple[str, ...]:
    """Return each colour once, in the order of the text."""
    return tuple(dict.fromkeys(mention.colour for mention in mentions_in(text)))


def mentions_in(text: str) -> list[Mention]:
    """Return every colour the text names and where; words that are also things count only where a colour is meant."""
    lower = text.lower()
    found = _found(lower)
    return [
        mention
        for place, mention in enumerate(found)
        if _is_meant(lower, found, place) and not _is_out(lower, found, place)
    ]


def refused_in(text: str) -> tuple[str, ...]:
    """Return the colours a text does not want: "without any red"."""
    lower = text.lower()
    found = _found(lower)
    return tuple(mention.colour for place, mention in enumerate(found) if _is_refused(lower, found, place))


def background_in(text: str) -> str | None:
    """Return the colour that a text names for the background."""
    lower = text.lower()
    for mention in mentions_in(text):
        if _BACKGROUND_AFTER.search(lower[mention.end :]) or _BACKGROUND_BEFORE.search(lower[: mention.start]):
            return mention.colour
    return None


def _found(lower: str) -> list[Mention]:
    exact = [Mention(m.start(), m.end(), _six_digits(m[1]), m[0]) for m in _HEX.finditer(lower)]
    exact += [Mention(m.start(), m.end(), _from_rgb(m), m[0]) for m in _RGB.finditer(lower)]
    named = [word for word in _named(lower) if not any(e.start < word.end and word.start < e.end for e in exact)]
    return sorted([*exact, *named], key=lambda mention: mention.start)


def _named(lower: str) -> list[Mention]:
    words = list(_WORD.finditer(lower))
    found: list[Mention] = []
    place = 0
    while place < len(words):
        pair = words[place : place + 2]
        joined = "".join(word[0] for word in pair)
        if len(pair) > 1 and joined in NAMES and pair[1].start() - pair[0].end() == 1:
            found.append(Mention(pair[0].start(), pair[1].end(), NAMES[joined], joined))
            place += 2
            continue
        if (word := pair[0])[0] in NAMES:
            found.append(Mention(word.start(), word.end(), NAMES[word[0]], word[0]))
        place += 1
    return found


def _is_meant(lower: str, found: list[Mention], place: int) -> bool:
    mention = found[place]
    if mention.name not in _AMBIGUOUS:
        return True
    before, after = lower[max(0, mention.start - 60) : mention.start], lower[mention.end : mention.end + 40]
    if _ALSO_A_THING.search(before) or _THING_AFTER.search(after):
        return True
    neighbours = [(found[place - 1].end, mention.start)] if place else []
    neighbours += [(mention.end, found[place + 1].start)] if place + 1 < len(found) else []
    return any(_JOINED.search(lower[start:end]) for start, end in neighbours)


def _is_out(lower: str, found: list[Mention], place: int) -> bool:
    """Tell a colour that is refused, or named only because another takes its place."""
    mention = found[place]
    leaves = _LEAVING.search(lower[: mention.start]) and _FOR_ANOTHER.search(lower[mention.end :])
    return _is_refused(lower, found, place) or (bool(leaves) and place + 1 < len(found))


def _is_refused(lower: str, found: list[Mention], place: int) -> bool:
    mention = found[place]
    if _REFUSED_BEFORE.search(lower[max(0, mention.start - 40) : mention.start]):
        return True
    is_joined = place > 0 and _ALSO_REFUSED.search(lower[found[place - 1].end : mention.start])
    return bool(is_joined) and _is_refused(lower, found, place - 1)


def _six_digits(digits: str) -> str:
    if len(digits) < 6:  # noqa: PLR2004 - the length of rrggbb
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits[:6]}"


def _from_rgb(match: re.Match[str]) -> str:
    return "#" + "".join(f"{min(255, int(part)):02x}" for part in match.groups())
