"""How well a colour stands out from another.

Source: WCAG 2.2, "relative luminance", "contrast ratio" and success criterion 1.4.3 (AA).
"""

Colour = tuple[float, float, float]

_LARGE_PX, _LARGE_BOLD_PX = 24.0, 18.66
_AA, _AA_LARGE = 4.5, 3.0
_STRAIGHT_UP_TO = 0.04045


def ratio(one: Colour, other: Colour) -> float:
    """From 1 (the same) to 21 (black on white); channels from 0 to 255."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def needed(font_size: float, *, bold: bool) -> float:
    """The ratio that AA asks of a text of this size in pixels."""
    return _AA_LARGE if font_size >= (_LARGE_BOLD_PX if bold else _LARGE_PX) else _AA


def laid_over(colour: Colour, alpha: float, behind: Colour) -> Colour:
    """What is seen of a colour of this opacity over what is behind it."""
    red, green, blue = (alpha * front + (1 - alpha) * back for front, back in zip(colour, behind, strict=True))
    return red, green, blue


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _STRAIGHT_UP_TO else float(((channel + 0.055) / 1.055) ** 2.4)
