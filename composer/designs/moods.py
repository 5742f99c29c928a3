"""Moods: how a video feels. Fonts, springs, corners and backdrop go together, and colours where none are given."""

import re

from pydantic import BaseModel, ConfigDict


class Mood(BaseModel):
    """One way for all designs to look and move.

    `stretch` says how much wider than Inter the heading's font runs; `corner` is how round things are, from 0 to 1.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    heading: str
    body: str
    weight: int
    tracking: float = 0.0
    upper: bool = False
    stretch: float = 1.0
    damping: float = 17.0
    stiffness: float = 115.0
    corner: float = 0.5
    backdrop: str = "lights"


CLEAR = Mood(name="clear", heading="Inter", body="Inter", weight=800, tracking=-0.025)
CALM = Mood(
    name="calm", heading="Lora", body="DM Sans", weight=500, tracking=-0.01, damping=24, stiffness=62, backdrop="wash"
)
ELEGANT = Mood(
    name="elegant",
    heading="Playfair Display",
    body="DM Sans",
    weight=600,
    tracking=-0.01,
    damping=22,
    stiffness=70,
    corner=0.0,
    backdrop="frame",
)
BOLD = Mood(
    name="bold",
    heading="Anton",
    body="Inter",
    weight=400,
    tracking=0.005,
    upper=True,
    stretch=0.78,
    damping=15,
    stiffness=190,
    corner=0.0,
    backdrop="slab",
)
PLAYFUL = Mood(
    name="playful",
    heading="Poppins",
    body="Poppins",
    weight=800,
    tracking=-0.02,
    stretch=1.06,
    damping=10,
    stiffness=150,
    corner=1.0,
    backdrop="dots",
)
TECH = Mood(
    name="tech",
    heading="Space Grotesk",
    body="JetBrains Mono",
    weight=700,
    tracking=-0.03,
    stretch=1.02,
    damping=20,
    stiffness=150,
    corner=0.2,
    backdrop="grid",
)
MOODS = (CLEAR, CALM, ELEGANT, BOLD, PLAYFUL, TECH)

THEMES = {
    "clear": (
        ("#101430", "#ff6b57", "#ffd166"),
        ("#0b2027", "#4fd1c5", "#f6ae2d"),
        ("#1b1033", "#b388ff", "#ff8fab"),
        ("#faf5ec", "#d1495b", "#2e4057"),
        ("#0f2a1d", "#9ee493", "#ffe066"),
        ("#f3f6fb", "#3056d3", "#f2542d"),
    ),
    "calm": (
        ("#f4efe6", "#5f7a61", "#c08552"),
        ("#1f2d2b", "#a9c5a0", "#e8d8b9"),
        ("#eef2f3", "#4f6d7a", "#c0a080"),
        ("#23283b", "#a5b4d4", "#e3c9b0"),
    ),
    "elegant": (
        ("#14110f", "#c9a86a", "#efe3cb"),
        ("#f6f1e7", "#8a6d3b", "#2b2b2b"),
        ("#101a24", "#d6b98c", "#9fb3c8"),
        ("#2a0f1c", "#e0b08f", "#f4dfd0"),
    ),
    "bold": (
        ("#0a0a0a", "#ffe600", "#ff3d2e"),
        ("#f5f5f0", "#e10600", "#111111"),
        ("#1200d9", "#ffe14d", "#ff5a36"),
        ("#ff4b1f", "#111111", "#fff3d6"),
    ),
    "playful": (
        ("#fff4d6", "#ff5d8f", "#2ec4b6"),
        ("#2b1a5a", "#ffd23f", "#ff6b9d"),
        ("#e6f7ff", "#ff7a00", "#6c4cf1"),
        ("#ff6f91", "#fff3b0", "#3b1f6b"),
    ),
    "tech": (
        ("#070b14", "#3ddcff", "#7c5cff"),
        ("#0a0f0d", "#39ff88", "#d7ff3f"),
        ("#0d1117", "#58a6ff", "#f78166"),
        ("#0b0f1f", "#ff5cf4", "#4df3ff"),
    ),
}
"""Palettes by mood, each with its background first."""

_WORDS = (
    (
        CALM,
        r"calm\w*|quiet|gentle|soft(?:ly)?|peaceful|serene|meditat\w+|relax\w*|mindful\w*|slow|soothing|ruhig|calme|tranquil\w*",
    ),
    (
        ELEGANT,
        (
            r"elegan\w+|luxur\w+|premium|classy|refined|sophisticated|wedding|jewel\w+|perfume|editorial|timeless|exclusive"
            r"|fashion|wine|edel"
        ),
    ),
    (
        BOLD,
        (
            r"bold|loud|powerful|strong|punchy|energetic|high[- ]energy|dynamic|brutal\w*|aggressive|intense|impact\w*"
            r"|sports?|gym|fitness|workout|boxing|black friday|sale"
        ),
    ),
    (
        PLAYFUL,
        (
            r"playful|fun(?:ny)?|cheerful|happy|kids?|children|cute|bouncy|quirky|colou?rful|birthday|party|candy|toys?|pets?"
            r"|verspielt|joyeux|divertid\w+"
        ),
    ),
    (
        TECH,
        (
            r"tech(?:y|nical|nology)?|futur\w+|cyber\w*|digital|hacker|developers?|coding|code|software|api|saas|startup|ai"
            r"|robot\w*|data|crypto|neon|terminal"
        ),
    ),
)
_PATTERNS = tuple((mood, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for mood, words in _WORDS)
_NEGATED = re.compile(r"\b(?:not|no|without|never|nicht|sans|sin)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def mood_in(text: str) -> Mood | None:
    """Return the mood that a text names first, of which it does not say that it is unwanted."""
    found = [
        (match.start(), mood)
        for mood, pattern in _PATTERNS
        for match in pattern.finditer(text)
        if not _NEGATED.search(text[: match.start()])
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def mood_named(style: str, heading: str) -> Mood:
    """Return the mood of a video: the one that its style names, else that of its heading's font, else the clear one."""
    named = next((mood for mood in MOODS if re.match(rf"{mood.name}\b", style, re.IGNORECASE)), None)
    return named or mood_in(style) or next((mood for mood in MOODS if mood.heading == heading), CLEAR)
