"""A few deaths of the sweep; the drill itself takes all points."""

import pytest

from drills.crash import run

pytestmark = pytest.mark.slow


def test_a_death_at_any_boundary_is_survived(capsys: pytest.CaptureFixture[str]) -> None:
    invariants = list(run(seed=11, times=2))
    assert [invariant.held for invariant in invariants] == [True, True], invariants
    assert capsys.readouterr().out.count("survived") == 4
