import pytest

import benchmarks.stream
from benchmarks.stream import Run, run


@pytest.mark.slow
def test_two_conversations_go_through_both_and_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benchmarks.stream, "QUICK", (2,))
    monkeypatch.setattr(benchmarks.stream, "QUICK_S", 0.5)
    monkeypatch.setattr(benchmarks.stream, "WARM_S", 0.2)
    figures = {figure.name: figure for figure in run(quick=True)}
    assert figures["added_ms_p99_at_2"].value > 0
    assert figures["added_ms_p99_at_2"].peer_value
    assert figures["cpu_vs_passthrough_at_2"].value > 0
    assert "held" in figures


def test_held_means_all_in_time_on_one_core() -> None:
    whole = Run([20.0] * 1000, cpu_s=1.0, seconds=10.0, rss_mb=100.0, conversations=2)
    assert whole.is_held
    assert not Run([20.0] * 900, 1.0, 10.0, 100.0, 2).is_held
    assert not Run([300.0] * 1000, 1.0, 10.0, 100.0, 2).is_held
    assert not Run([20.0] * 1000, 11.0, 10.0, 100.0, 2).is_held
