import pytest

from benchmarks import build


@pytest.mark.slow
def test_measures_every_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "QUICK_ROUNDS", 2)
    monkeypatch.setattr(build, "WARM_UP", 0)
    monkeypatch.setattr(build, "QUICK_IN_A_ROW", 5)
    monkeypatch.setattr(build, "PAUSE_S", 0.0)
    figures = {figure.name: figure for figure in build.run(quick=True)}
    promised = {"bundle_ms_p50", "render_ms_p50", "verdict_ms_p50", "verdict_ms_p99", "vs_cold_ratio"}
    assert promised <= figures.keys()
    assert all(figures[name].value > 0 for name in promised)
    assert figures["bundle_ms_p50"].peer == "esbuild's command line"
