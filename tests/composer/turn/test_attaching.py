from composer.turn.attaching import NO_PICTURES, without_attached
from tests.composer.conftest import Ask

NOTE = "\n\n(Attached to this message: our-logo.png (640x320).)"


def test_pictures_are_told_to_be_kept_and_not_drawn(edit: Ask) -> None:
    reply = edit(f"put our logo into the last scene{NOTE}")
    assert reply.text.endswith(NO_PICTURES)


def test_what_is_said_beside_them_is_done_as_without_them(edit: Ask) -> None:
    said = "make the first scene orange"
    assert edit(said + NOTE).calls == edit(said).calls != ()


def test_what_stands_behind_the_note_stays() -> None:
    assert without_attached(f"red{NOTE}\n\n(Pointed at …)") == ("red\n\n(Pointed at …)", True)
    assert without_attached("red") == ("red", False)
