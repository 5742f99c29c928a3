import pytest

from benchmarks import path


@pytest.mark.slow
def test_measures_every_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(path, "QUICK_ROUNDS", 2)
    monkeypatch.setattr(path, "WARM_UP", 0)
    figures = {figure.name: figure for figure in path.run(quick=True)}
    promised = {"first_event_ms_p50", "first_text_ms_p50", "first_published_ms_p50", "first_published_ms_p99", "rss_mb"}
    assert promised <= figures.keys()
    assert all(figure.value > 0 for figure in figures.values())
    assert figures["first_event_ms_p50"].value < figures["first_published_ms_p50"].value
