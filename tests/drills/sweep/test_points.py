from pathlib import Path

import pytest

from drills.sweep.points import Crash, Points


def test_only_the_wanted_passage_ends_a_life_and_only_once() -> None:
    points = Points("here #2")
    points("here")
    with pytest.raises(Crash):
        points("here")
    points("here")
    assert (points.passed, points.met) == (["here #1", "here #2", "here #3"], True)


def test_a_file_has_its_name_after_the_first_of_two_points(tmp_path: Path) -> None:
    (tmp_path / "part").write_text("whole")
    points = Points("after rename of an artifact #1")
    with pytest.raises(Crash):
        points.rename(tmp_path / "part", tmp_path / "whole")
    assert (tmp_path / "whole").read_text() == "whole"
