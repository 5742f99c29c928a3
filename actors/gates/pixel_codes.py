"""The codes of the look at a published revision in a real browser."""

from actors.gates.code import Code
from pipeline.findings import Severity

PIXEL_CODES: dict[str, Code] = {
    "pixels.threw": Code(
        "the component threw in a real browser",
        "guard against what is missing there: draw from props and useCurrentFrame() alone",
    ),
    "pixels.frozen": Code(
        "the component did not let go of a real browser",
        "remove endless or very long loops, effects and layout that never settles",
    ),
    "pixels.blank": Code(
        "each still of it is of one colour",
        "draw something that stands out from the background, inside the canvas",
    ),
    "pixels.outside": Code(
        "a text stands outside the canvas while the scene rests",
        "keep every text inside the canvas with a margin of 5%: a smaller font, a line break, or another place",
    ),
    "pixels.unreadable": Code(
        "a text has nearly the colour of what is behind it",
        "give the text a colour that stands out, or put a plate behind it",
    ),
    "pixels.static": Code(
        "nothing moves in the pixels that were looked at",
        "animate something with useCurrentFrame and interpolate or spring",
        Severity.WARNING,
    ),
    "pixels.edge": Code(
        "the canvas cuts a text's edge",
        "move the text inward, or make it smaller",
        Severity.WARNING,
    ),
    "pixels.clipped": Code(
        "a box cuts a text off",
        "make the box larger or the text smaller, or let the text wrap",
        Severity.WARNING,
    ),
    "pixels.overlap": Code(
        "two texts lie on each other",
        "give each its own place, or show one after the other",
        Severity.WARNING,
    ),
    "pixels.contrast": Code(
        "a text has less contrast than WCAG AA asks for",
        "make the text lighter or darker, or put a plate behind it",
        Severity.WARNING,
    ),
    "pixels.too-short": Code(
        "a text is shown too short to be read",
        "show it longer, or say it in fewer words",
        Severity.WARNING,
    ),
}
