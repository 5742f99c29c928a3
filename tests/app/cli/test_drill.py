import json
from collections.abc import Iterator

import pytest

from app.cli import main
from drills import DRILLS, kill
from drills.invariant import Invariant


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*, seed: int, times: int = 12) -> Iterator[Invariant]:
        yield Invariant("jobs lost", held=True, counted=f"0 of {times}")
        yield Invariant("checkpoints lost", held=seed != 7, counted="1 of 40")

    monkeypatch.setattr(kill, "run", run)


@pytest.mark.usefixtures("broken")
def test_ends_with_1_when_an_invariant_broke(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["drill", "kill", "--seed", "7"]) == 1
    said = capsys.readouterr().out
    assert "held  jobs lost: 0 of 12 (seed 7)" in said
    assert "BROKE  checkpoints lost: 1 of 40 (seed 7)" in said


@pytest.mark.usefixtures("broken")
def test_prints_a_line_for_machines_per_invariant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["drill", "kill", "--seed", "6", "--times", "2", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == {"name": "jobs lost", "held": True, "counted": "0 of 2", "seed": 6}


@pytest.mark.usefixtures("broken")
def test_chooses_a_seed_and_says_which(capsys: pytest.CaptureFixture[str]) -> None:
    main(["drill", "kill", "--json"])
    seeds = {json.loads(line)["seed"] for line in capsys.readouterr().out.splitlines()}
    assert len(seeds) == 1


def test_refuses_an_unknown_drill(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["drill", "server_process"])
    assert refused.value.code == 2
    said = capsys.readouterr().err
    assert all(name in said for name in DRILLS)
