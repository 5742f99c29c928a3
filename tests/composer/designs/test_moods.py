import json
from pathlib import Path

import pytest

from composer.designs.moods import BOLD, CALM, CLEAR, ELEGANT, MOODS, PLAYFUL, TECH, THEMES, Mood, mood_in, mood_named

FONTS = json.loads((Path(__file__).parents[3] / "web" / "motion" / "fonts.json").read_text())


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("a calm teaser about tea", CALM),
        ("an elegant wedding film", ELEGANT),
        ("something bold and playful", BOLD),
        ("a fun video for kids", PLAYFUL),
        ("a futuristic intro for our API", TECH),
        ("not too playful, rather elegant", ELEGANT),
        ("ein verspielter, nein, ein verspielt bunter Film", PLAYFUL),
        ("a video about tomato soup", None),
        ("no loud colours", None),
    ],
)
def test_the_words_of_a_wish_name_its_mood(text: str, mood: Mood | None) -> None:
    assert mood_in(text) == mood


@pytest.mark.parametrize(
    ("style", "heading", "mood"),
    [
        ("Calm, all scenes alike", "Inter", CALM),
        ("something that a hacker would like", "Inter", TECH),
        ("", "Playfair Display", ELEGANT),
        ("", "", CLEAR),
        ("warm and plain", "Roboto", CLEAR),
    ],
)
def test_the_mood_of_a_video_is_told_by_its_style_else_by_its_fonts(style: str, heading: str, mood: Mood) -> None:
    assert mood_named(style, heading) is mood


def test_every_mood_has_themes_of_its_own_and_fonts_that_are_shipped() -> None:
    shipped = {font["family"] for font in FONTS.values()}
    assert {mood.name for mood in MOODS} == set(THEMES)
    assert {font for mood in MOODS for font in (mood.heading, mood.body)} <= shipped
