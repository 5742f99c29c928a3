from pathlib import Path

import pytest

from benchmarks import jobs
from benchmarks.peers.installing import PeersAbsentError

TINY = jobs.Sizes(ours=4, ours_at_32=32, peers=1, peers_at_32=1, waiting=40, rounds=1)


@pytest.mark.slow
def test_without_the_peers_our_own_figures_are_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def absent() -> None:
        raise PeersAbsentError("no index here")

    monkeypatch.setattr(jobs, "python_with_peers", absent)
    monkeypatch.setattr(jobs, "QUICK", TINY)
    monkeypatch.setattr(jobs, "IN_FLIGHT", 5)
    monkeypatch.setattr(jobs, "strace", lambda: None)
    figures = {figure.name: figure.value for figure in jobs.run(quick=True)}
    said = capsys.readouterr().err
    assert "no index here" in said
    assert "strace is not installed" in said
    assert {"ours_per_s", "ours_at_32_per_s", "at32_p99_ms", "recover_5_s", "recover_40_s"} <= figures.keys()
    assert not [name for name in figures if "_vs_" in name]
    assert "fdatasync_sequential" not in figures
    assert all(value >= 0 for value in figures.values())


def test_a_contender_takes_its_folder_before_what_it_is_asked(tmp_path: Path) -> None:
    argv = jobs.argv_in(tmp_path / "x", ("python", "script", "wal", "10", "32"))
    assert argv == ["python", "script", str(tmp_path / "x"), "wal", "10", "32"]
