"""The shape of the picture: words, ratios, pixels; and frames a second."""

import re
from dataclasses import dataclass

_SHAPES: tuple[tuple[str, tuple[int, int], str], ...] = (
    (
        "vertical",
        (9, 16),
        (
            r"\bvertical(?!\s+(?:farm|integrat|slice))|\bportrait(?!\s+of)|\b9\s?[:x/]\s?16\b|\bhochformat|\bhochkant|\bverticale\b|縦|竖屏"
            r"|(?:instagram|insta|ig|snapchat|facebook|whatsapp)\s+(?:stor(?:y|ies)|reels?)|\breels?\b"
            r"|\btik\s?tok\b|\byoutube shorts?\b"
        ),
    ),
    (
        "square",
        (1, 1),
        (
            r"(?<!times )(?<!red )(?<!town )\bsquare\b(?!\s+(?:f(?:ee|oo)t|met|root|mile))|\b1\s?[:x/]\s?1\b"
            r"|\bquadratisch|\bcarrée?\b"
            r"|\bcuadrad[oa]|\bquadrat[oa]\b|\binstagram post\b|正方形"
        ),
    ),
    ("4:5", (4, 5), r"\b4\s?[:/]\s?5\b"),
    (
        "landscape",
        (16, 9),
        r"\blandscape(?!s?\s+(?:of|design|photo|garden))\b|\bhorizontal\b|\b16\s?[:x/]\s?9\b|\bwide-?screen\b|\bquerformat|横屏",
    ),
    ("4:3", (4, 3), r"\b4\s?[:/]\s?3\b"),
    ("21:9", (21, 9), r"\b21\s?[:/]\s?9\b|\bultra-?wide\b"),
)
_HEIGHTS = (
    (2160, r"\b4k\b|\b2160p\b|\buhd\b"),
    (1440, r"\b1440p\b"),
    (1080, r"\b1080p\b|\bfull\s?hd\b"),
    (720, r"\b720p\b"),
)
_PIXELS = re.compile(r"\b(\d{3,4})\s?(?:x|\u00d7|by|mal)\s?(\d{3,4})\b")
_FPS = re.compile(r"\b(\d{2,3})\s?(?:fps|frames (?:a|per) second)\b")
_LEAST, _MOST = 64, 3840


@dataclass(frozen=True)
class Size:
    """Pixels of the picture."""

    width: int
    height: int


@dataclass(frozen=True)
class Shape:
    """The size a text asks for, and the shapes it also named and does not get."""

    name: str
    size: Size
    refused: tuple[str, ...] = ()


def shape_in(text: str) -> Shape | None:
    """Return the first shape named; what contradicts it is listed as refused."""
    lower = text.lower()
    if pixels := _PIXELS.search(lower):
        size = Size(_even(int(pixels[1])), _even(int(pixels[2])))
        return Shape(f"{size.width} x {size.height}", size)
    named = _shapes_named(lower)
    short = next((height for height, pattern in _HEIGHTS if re.search(pattern, lower)), None)
    if not named and short is None:
        return None
    name, ratio = named[0] if named else ("landscape", (16, 9))
    return Shape(name, _sized(ratio, short or 1080), tuple(other for other, _ in named[1:]))


def fps_in(text: str) -> int | None:
    """Return the frames a second asked for, from 10 to 120."""
    match = _FPS.search(text.lower())
    return min(120, max(10, int(match[1]))) if match else None


def _shapes_named(lower: str) -> list[tuple[str, tuple[int, int]]]:
    found = [(match.start(), name, ratio) for name, ratio, pattern in _SHAPES if (match := re.search(pattern, lower))]
    return [(name, ratio) for _, name, ratio in sorted(found)]


def _sized(ratio: tuple[int, int], short: int) -> Size:
    across, down = ratio
    if across >= down:
        return Size(_even(short * across / down), short)
    return Size(short, _even(short * down / across))


def _even(pixels: float) -> int:
    return min(_MOST, max(_LEAST, round(pixels / 2) * 2))
