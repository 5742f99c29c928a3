import pytest

from benchmarks import actors


@pytest.mark.slow
def test_measures_every_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, number in (("TELLS", 200), ("ASKS", 100), ("CRASHES", 20), ("IDLE", 20), ("ROUNDS", 3)):
        monkeypatch.setattr(actors, f"QUICK_{name}", number)
    figures = {figure.name: figure for figure in actors.run(quick=True)}
    assert {"tell_ratio", "ask_ratio", "restart_ms_p50", "restart_ms_p99", "idle_actor_kb"} <= figures.keys()
    assert all(figures[name].value > 0 for name in ("tell_ratio", "ask_ratio", "restart_ms_p50"))
