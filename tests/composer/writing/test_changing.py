import pytest

from composer.designs.content import Content, Kind
from composer.designs.look import colours_on
from composer.designs.source import FASTEST, LARGEST, SLOWEST, SMALLEST, Design
from composer.reading.scene import content_in
from composer.writing.changes import changes_in
from composer.writing.changing import Changed, changed

PALETTE = ("#000080", "#ff7f50")


def told(
    instruction: str, description: str = "Title reveal: “Nimbus” with the line “Soon”.", times: int = 1
) -> Changed:
    design = Design(content=content_in(description), colours=colours_on("#000080", PALETTE))
    result = Changed(design, ())
    for _ in range(times):
        result = changed(result.design, changes_in(instruction), PALETTE)
    return result


def test_what_is_not_mentioned_stays() -> None:
    before, after = told("more pizzazz").design, told("slower").design
    assert after == before.model_copy(update={"speed": 0.65})


@pytest.mark.parametrize(
    ("instruction", "speed"),
    [("slower", SLOWEST), ("much slower", SLOWEST), ("faster", FASTEST), ("twice as fast", FASTEST)],
)
def test_speed_has_bounds(instruction: str, speed: float) -> None:
    assert told(instruction, times=20).design.speed == speed


@pytest.mark.parametrize(("instruction", "scale"), [("bigger", LARGEST), ("tiny", SMALLEST)])
def test_size_has_bounds(instruction: str, scale: float) -> None:
    assert told(instruction, times=20).design.scale == scale


def test_a_text_that_is_not_there_is_said_instead_and_told() -> None:
    result = told("change 'Acme' to 'Stratus'")
    assert result.design.content.headline == "Stratus"
    assert result.done == ("“Stratus” (there was no “Acme”)",)


def test_the_second_line_goes_when_it_is_removed() -> None:
    assert told("remove the subtitle").design.content.subline == ""
    assert told("remove 'Soon'").design.content.subline == ""


def test_kinetic_words_say_the_new_text_alone() -> None:
    assert told("say 'Now'", "Kinetic words: “a”, “b”.").design.content == Content(kind=Kind.WORDS, items=("Now",))


def test_nothing_understood_is_nothing_done() -> None:
    assert told("more pizzazz").done == ()
