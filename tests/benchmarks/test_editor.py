import pytest

import benchmarks.editor
from benchmarks.editor import Load, run


@pytest.mark.slow
@pytest.mark.browser
def test_a_small_project_is_measured_like_a_large_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benchmarks.editor, "QUICK", Load(scenes=2, messages=4, events_per_s=20, seconds=1))
    figures = {figure.name: figure.value for figure in run(quick=True)}
    assert set(figures) == {
        "input_delay_p95_ms",
        "longest_task_ms",
        "frame_work_p95_ms",
        "usable_ms",
        "events_per_s",
    }
    assert all(value > 0 for value in figures.values())
