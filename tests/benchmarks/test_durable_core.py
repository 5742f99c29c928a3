from pathlib import Path

from benchmarks.durable_core import LINE, measure, running
from benchmarks.trivial import STEPS
from storage.reader import Reader


def test_every_job_goes_through_its_four_steps(tmp_path: Path) -> None:
    measured = measure(tmp_path, 4, 2)
    assert len(measured["times"]) == 4  # type: ignore[arg-type]  # a list of seconds
    reader = Reader(tmp_path)
    assert reader.open_jobs() == []
    reader.close()


def test_jobs_that_are_held_go_on_in_the_next_life(tmp_path: Path) -> None:
    with running(tmp_path, holds=True) as core:
        core.create(LINE)
        job = core.submit(LINE, 0)
        assert core.held.get(timeout=30) == job
    with running(tmp_path) as core:
        assert core.done.get(timeout=30) == job
        assert core.open_jobs() == 0
    reader = Reader(tmp_path)
    assert {key.step for key in reader.recorded(job)} == set(STEPS)
    reader.close()
