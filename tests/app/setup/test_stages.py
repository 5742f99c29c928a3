"""Stages are skipped when right, started over when cut, and never served less than before."""

from pathlib import Path

import pytest

from app.setup import stamps
from app.setup.children import Hands
from app.setup.errors import SetupError
from app.setup.places import Need, Places
from app.setup.stages import Stage, prepare


class Workshop:
    """A stage that writes down what it was asked to make."""

    def __init__(self, root: Path) -> None:
        self.places = Places(root)
        self.inputs = "v1"
        self.asked: list[Need] = []
        self.cut = False

    @property
    def stage(self) -> Stage:
        made = self.places.root / "made"
        return Stage("things", made, made / "proof", lambda need: f"{self.inputs}{need}", self._act)

    def prepare(self, need: Need) -> None:
        prepare(self.places, [self.stage], need)

    def _act(self, need: Need, hands: Hands) -> None:
        self.asked.append(need)
        made = self.places.root / "made"
        made.mkdir(exist_ok=True)
        stamps.remove(made)
        if self.cut:
            raise SetupError(f"cut off while {hands.logs} was open")
        (made / "proof").touch()


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def test_a_stage_is_done_once(workshop: Workshop) -> None:
    workshop.prepare(Need.START)
    workshop.prepare(Need.START)
    assert workshop.asked == [Need.START]


def test_a_right_set_up_does_not_even_take_the_lock(workshop: Workshop) -> None:
    workshop.prepare(Need.START)
    (workshop.places.workshop / "lock").unlink()
    workshop.prepare(Need.START)
    assert not (workshop.places.workshop / "lock").exists()


def test_changed_inputs_do_it_again(workshop: Workshop) -> None:
    workshop.prepare(Need.START)
    workshop.inputs = "v2"
    workshop.prepare(Need.START)
    assert workshop.asked == [Need.START, Need.START]


def test_what_was_set_up_for_the_tests_serves_a_start(workshop: Workshop) -> None:
    workshop.prepare(Need.TEST)
    workshop.prepare(Need.START)
    assert workshop.asked == [Need.TEST]


def test_a_start_with_new_inputs_keeps_what_the_tests_need(workshop: Workshop) -> None:
    workshop.prepare(Need.TEST)
    workshop.inputs = "v2"
    workshop.prepare(Need.START)
    workshop.prepare(Need.TEST)
    assert workshop.asked == [Need.TEST, Need.TEST]


def test_a_cut_stage_starts_over_and_then_is_right(workshop: Workshop) -> None:
    workshop.cut = True
    with pytest.raises(SetupError, match="cut off"):
        workshop.prepare(Need.START)
    workshop.cut = False
    workshop.prepare(Need.START)
    workshop.prepare(Need.START)
    assert workshop.asked == [Need.START, Need.START]


def test_a_stamp_without_what_it_promises_is_not_believed(workshop: Workshop) -> None:
    workshop.prepare(Need.START)
    (workshop.places.root / "made" / "proof").unlink()
    workshop.prepare(Need.START)
    assert workshop.asked == [Need.START, Need.START]


def test_it_says_what_it_does_on_standard_error_only(workshop: Workshop, capsys: pytest.CaptureFixture[str]) -> None:
    workshop.prepare(Need.START)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("bazaar: things ... ")
    assert said.err.endswith(" s\n")
