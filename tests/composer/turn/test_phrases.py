import pytest

from composer.reading.quotes import masked
from composer.turn.phrases import language_of, phrases_for


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A teaser for 'Das Boot', three scenes", "en"),
        ("Ein Werbefilm für die Bäckerei, vier Szenen", "de"),
        ("Une vidéo pour un café, trois scènes", "fr"),
        ("Un vídeo sobre el mar, tres escenas", "es"),
        ("猫についての動画", "ja"),
        ("فيديو عن «القهوة»", "ar"),
        ("Coffee", "en"),
        ("a video de luxe", "en"),
        ("", "en"),
    ],
)
def test_tells_the_language_of_a_wish(text: str, language: str) -> None:
    assert language_of(masked(text).text) == language


def test_fills_a_video_in_the_language_of_the_wish() -> None:
    assert phrases_for("Ein Film über die See").bridges[0] == ("Schau genau hin",)
    assert phrases_for("Ein Film über die See").part == "Teil"


def test_an_occasion_has_phrases_of_its_own() -> None:
    assert phrases_for("a birthday video")[:2] == (("Make a wish",), "Celebrate")
    assert phrases_for("a launch")[:2] == (("Something new", "is on its way"), "Coming soon")
    assert phrases_for("the sea")[:2] == (("Look closer",), "")
