import pytest

from drills import kill


@pytest.mark.drill
def test_three_kills_lose_nothing_and_repeat_nothing() -> None:
    broken = [invariant for invariant in kill.run(seed=3, times=3) if not invariant.held]
    assert broken == []
