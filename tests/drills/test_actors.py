import pytest

from drills import actors


@pytest.mark.drill
def test_a_short_storm_and_forty_hard_kills_lose_and_hang_nothing() -> None:
    broken = [invariant for invariant in actors.run(seed=5, times=2_000) if not invariant.held]
    assert broken == []
