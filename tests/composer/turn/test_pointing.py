import json

import pytest

from composer.turn.pointing import without_pointing
from tests.composer.conftest import Ask


def pointing(words: str, text: str = "Ship it") -> str:
    told = {"number": 2, "scene": "scene_b", "kind": "headline", "text": text, "tag": "h1"}
    return f"{words}\n\n(Pointed at in the preview: {json.dumps(told)})"


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("make this orange", "make this orange"),
        ("change this to “Go”", "change “Ship it” to “Go”"),
        ("Replace it with 'Go', please", "Replace “Ship it” with 'Go', please"),
        ("turn that down", "turn that down"),
    ],
)
def test_this_is_the_text_that_was_pointed_at(words: str, read: str) -> None:
    assert without_pointing(pointing(words)) == (read, " in scene 2")


def test_what_has_no_text_is_still_in_a_scene() -> None:
    assert without_pointing(pointing("change this to red", text="")) == ("change this to red", " in scene 2")


@pytest.mark.parametrize("said", ["make it blue", "x\n\n(Pointed at in the preview: {no json})"])
def test_words_alone_are_about_no_scene(said: str) -> None:
    assert without_pointing(said)[1] == ""


def test_an_edit_goes_to_the_scene_that_was_pointed_at(edit: Ask) -> None:
    (call,) = edit(pointing("make this orange")).calls
    assert (call.name, call.arguments["scene_id"]) == ("edit_component", "scene_b")


def test_a_scene_that_is_named_is_the_one_that_is_meant(edit: Ask) -> None:
    (call,) = edit(pointing("make the third scene orange")).calls
    assert call.arguments["scene_id"] == "scene_c"
