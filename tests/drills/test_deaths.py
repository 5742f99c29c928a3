import pytest

from drills import deaths


@pytest.mark.drill
def test_every_actor_dies_during_four_jobs_and_they_finish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deaths, "PROJECTS", 1)
    broken = [invariant for invariant in deaths.run(seed=3, times=1) if not invariant.held]
    assert broken == []
