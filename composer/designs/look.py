"""Colours that read well together: contrast by the WCAG 2 formula, ink and accents derived from a palette."""

import colorsys
import hashlib
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from composer.designs.moods import CLEAR, THEMES, Mood

_LIGHT, _DARK, _BLACK = "#ffffff", "#11131a", "#000000"
_DARK_ENOUGH, _LIGHT_ENOUGH = 0.16, 0.72
_LINEAR_UP_TO = 0.04045
_TEXT_CONTRAST, _ACCENT_CONTRAST = 4.5, 3.0
_COLOURFUL, _SAME_LIGHTNESS, _SAME_HUE = 0.2, 0.2, 0.075


class Colours(BaseModel):
    """The colours of a design, each #rrggbb; ink and muted are readable on the background, reverse on the accent."""

    model_config = ConfigDict(frozen=True)

    background: str
    ink: str
    accent: str
    second: str
    muted: str
    reverse: str


def theme_for(topic: str, refused: Sequence[str] = (), mood: Mood = CLEAR) -> tuple[str, ...]:
    """Return the palette (background first) that always goes with a topic, of a mood's without a refused colour."""
    themes = THEMES[mood.name]
    first = hashlib.sha256(topic.encode()).digest()[0] % len(themes)
    in_turn = (*themes[first:], *themes[:first])
    fitting = (theme for theme in in_turn if not any(_alike(one, other) for one in theme for other in refused))
    return next(fitting, in_turn[0])


def background_for(palette: Sequence[str]) -> str:
    """Return the background a palette asks for: its dark one, else its light one, else a deep shade of the first."""
    if not palette:
        return THEMES[CLEAR.name][0][0]
    darkest = min(palette, key=luminance)
    lightest = max(palette, key=luminance)
    if luminance(darkest) <= _DARK_ENOUGH:
        return darkest
    if luminance(lightest) >= _LIGHT_ENOUGH and len(palette) > 1:
        return lightest
    return mixed(palette[0], "#05060c", 0.84)


def colours_on(background: str, palette: Sequence[str], ink: str | None = None) -> Colours:
    """Derive ink and accents for a background from a palette; what would not stand out is moved until it does."""
    text = ink or _ink_on(background, palette)
    given = [colour for colour in palette if colour not in {background, text}]
    rest = [text] if text in palette else [_turned(background)]
    accents = [_standing_out(colour, background) for colour in given or rest]
    second = accents[1] if len(accents) > 1 else mixed(accents[0], text, 0.45)
    muted = _readable(mixed(text, background, 0.3), text, background)
    reverse = _ink_on(accents[0], ())
    return Colours(background=background, ink=text, accent=accents[0], second=second, muted=muted, reverse=reverse)


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Return the WCAG 2 relative luminance, from 0 to 1."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(one: str, other: str, share: float) -> str:
    """Mix two colours; `share` is how much of the other, from 0 to 1."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _alike(one: str, other: str) -> bool:
    """Tell colours that people call by one name: close in hue, or both grey and close in lightness."""
    (hue, light, full), (hue_other, light_other, full_other) = (_hls(colour) for colour in (one, other))
    if min(full, full_other) < _COLOURFUL:
        return max(full, full_other) < _COLOURFUL and abs(light - light_other) < _SAME_LIGHTNESS
    apart = abs(hue - hue_other)
    return min(apart, 1 - apart) < _SAME_HUE


def _hls(colour: str) -> tuple[float, float, float]:
    """Return hue, lightness and how colourful, each from 0 to 1."""
    red, green, blue = (channel / 255 for channel in _channels(colour))
    hue, lightness, _ = colorsys.rgb_to_hls(red, green, blue)
    return hue, lightness, max(red, green, blue) - min(red, green, blue)


def _ink_on(background: str, palette: Sequence[str]) -> str:
    extremes = [c for c in palette if luminance(c) <= _DARK_ENOUGH / 4 or luminance(c) >= _LIGHT_ENOUGH]
    readable = [colour for colour in extremes if contrast(colour, background) >= _TEXT_CONTRAST * 1.5]
    best = max((_LIGHT, _DARK), key=lambda colour: contrast(colour, background))
    if not readable and contrast(best, background) < _TEXT_CONTRAST:
        return max((_LIGHT, _BLACK), key=lambda colour: contrast(colour, background))
    return readable[0] if readable else best


def _standing_out(colour: str, background: str) -> str:
    towards = max((_LIGHT, _DARK), key=lambda extreme: contrast(extreme, background))
    steps = (mixed(colour, towards, step / 10) for step in range(11))
    return next((step for step in steps if contrast(step, background) >= _ACCENT_CONTRAST), towards)


def _readable(colour: str, ink: str, background: str) -> str:
    steps = (mixed(colour, ink, step / 5) for step in range(6))
    return next((step for step in steps if contrast(step, background) >= _TEXT_CONTRAST), ink)


def _turned(colour: str) -> str:
    red, green, blue = (channel / 255 for channel in _channels(colour))
    hue, lightness, _ = colorsys.rgb_to_hls(red, green, blue)
    turned = colorsys.hls_to_rgb((hue + 0.45) % 1, min(0.65, max(0.45, lightness)), 0.75)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in turned)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_UP_TO else float(((channel + 0.055) / 1.055) ** 2.4)
