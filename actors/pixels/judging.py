"""What the pixels and the texts tell about a component. A text must rest: what flies in from outside is no finding."""

from collections.abc import Iterator

from actors.gates.codes import finding
from actors.pixels import contrast, pictures
from actors.pixels.page import SeenText
from actors.pixels.seen import Seen, Texts
from pipeline.findings import Finding

MOST_OF_A_KIND = 3
"""So many findings of one code are told; more are the same thing again."""
_VISIBLE, _HALF_THERE = 0.3, 0.5
_OUTSIDE_SHARE, _EDGE_SHARE, _EDGE_PX = 0.25, 0.02, 6.0
_CLIPPED_PX = 12.0
_OVERLAP_SHARE = 0.3
_UNREADABLE = 1.3
_LEAST_CHARACTERS = 12
_SECONDS_A_WORD, _SECONDS_AT_LEAST = 0.22, 0.5


def judge(seen: Seen) -> tuple[Finding, ...]:
    """All findings, errors first."""
    if all(pictures.is_one_colour(picture) for picture in seen.stills.values()):
        return (finding("pixels.blank", "each still that was taken is of one colour"),)
    found = [*_still(seen), *_places(seen), *_overlaps(seen), *_contrasts(seen), *_reading(seen)]
    few = [one for number, one in enumerate(found) if _rank(found[:number], one) < MOST_OF_A_KIND]
    return tuple(sorted(few, key=lambda one: one.severity.value))


def _rank(before: list[Finding], one: Finding) -> int:
    return sum(other.code == one.code for other in before)


def _still(seen: Seen) -> Iterator[Finding]:
    stills = list(seen.stills.values())
    if len(stills) > 1 and pictures.are_same(stills):
        yield finding("pixels.static", f"the stills at the frames {_listed(seen.stills)} show the same")


def _places(seen: Seen) -> Iterator[Finding]:
    """Texts that stand where they are cut, at rest and later still."""
    later = {(text.text, round(text.left), round(text.top)) for text in seen.texts[seen.late]}
    for text in _visible(seen.texts[seen.rest], _VISIBLE):
        if (text.text, round(text.left), round(text.top)) not in later and seen.late != seen.rest:
            continue
        across, down = _cut(text, seen)
        share = max(across / text.width, down / text.height)
        if share > _OUTSIDE_SHARE:
            yield _at(seen, "pixels.outside", f"{_quoted(text)} lies {share:.0%} outside the canvas")
        elif share > _EDGE_SHARE and max(across, down) > _EDGE_PX:
            yield _at(seen, "pixels.edge", f"{_quoted(text)} is cut by {max(across, down):.0f} pixels at the edge")
        elif text.clipped > _CLIPPED_PX:
            yield _at(seen, "pixels.clipped", f"{text.clipped:.0f} pixels of {_quoted(text)} are cut off by its box")


def _cut(text: SeenText, seen: Seen) -> tuple[float, float]:
    """How many pixels of a text lie outside, across and down."""
    video = seen.command.video
    across = max(0.0, -text.left) + max(0.0, text.left + text.width - video.width)
    down = max(0.0, -text.top) + max(0.0, text.top + text.height - video.height)
    return min(across, text.width), min(down, text.height)


def _overlaps(seen: Seen) -> Iterator[Finding]:
    later = {text.text for text in _visible(seen.texts[seen.late], _HALF_THERE)}
    texts = [text for text in _visible(seen.texts[seen.rest], _HALF_THERE) if text.text in later]
    for number, one in enumerate(texts):
        for other in texts[number + 1 :]:
            # A text on itself is a shadow or an echo, and meant.
            if one.text != other.text and _shared(one, other) > _OVERLAP_SHARE:
                yield _at(seen, "pixels.overlap", f"{_quoted(one)} and {_quoted(other)} lie on each other")


def _shared(one: SeenText, other: SeenText) -> float:
    """The share of the smaller one that the two have in common."""
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    smaller = min(one.width * one.height, other.width * other.height)
    return max(0.0, across) * max(0.0, down) / smaller


def _contrasts(seen: Seen) -> Iterator[Finding]:
    for text in _visible(seen.texts[seen.rest], _HALF_THERE):
        if text.color is None:
            continue
        behind = pictures.colour_in(seen.bare, _box(text, seen))
        red, green, blue, alpha = text.color
        shown = contrast.laid_over((red, green, blue), alpha * text.opacity, behind)
        ratio, needed = contrast.ratio(shown, behind), contrast.needed(text.font_size, bold=text.bold)
        if ratio < _UNREADABLE and alpha > _VISIBLE:
            yield _at(seen, "pixels.unreadable", f"{_quoted(text)} has a contrast of {ratio:.1f} to 1")
        elif ratio < needed:
            yield _at(seen, "pixels.contrast", f"{_quoted(text)} has a contrast of {ratio:.1f} to 1, not {needed:g}")


def _reading(seen: Seen) -> Iterator[Finding]:
    """Texts that are gone before they are read; each look stands for its share of the scene."""
    share_s = seen.command.duration_frames / seen.command.video.fps / len(seen.texts)
    looks: dict[str, int] = {}
    for texts in seen.texts.values():
        for text in {text.text for text in _visible(texts, _HALF_THERE)}:
            looks[text] = looks.get(text, 0) + 1
    for text, times in looks.items():
        words = len(text.split())
        needed_s = max(_SECONDS_AT_LEAST, words * _SECONDS_A_WORD)
        changes = any(character.isdigit() for character in text) or len(text) < _LEAST_CHARACTERS
        if not changes and (times + 1) * share_s < needed_s:
            yield finding("pixels.too-short", f"“{text[:60]}” is shown for about {times * share_s:.1f} s")


def _visible(texts: Texts, opacity: float) -> list[SeenText]:
    return [text for text in texts if text.opacity >= opacity]


def _box(text: SeenText, seen: Seen) -> tuple[float, float, float, float]:
    width, height = seen.command.video.width, seen.command.video.height
    right, bottom = text.left + text.width, text.top + text.height
    return text.left / width, text.top / height, right / width, bottom / height


def _at(seen: Seen, code: str, message: str) -> Finding:
    return finding(code, message).model_copy(update={"frame": seen.rest})


def _quoted(text: SeenText) -> str:
    return f"“{text.text[:60]}”"


def _listed(frames: dict[int, pictures.Picture]) -> str:
    return ", ".join(map(str, frames))
