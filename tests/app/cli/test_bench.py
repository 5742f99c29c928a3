import json
from collections.abc import Iterator

import pytest

from app.cli import main
from benchmarks import path
from benchmarks.figure import Figure


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*, quick: bool) -> Iterator[Figure]:
        yield Figure("rss_mb", 100.0 if quick else 120.0, "MB")
        yield Figure("job_ms", 2.0, "ms", peer="other", peer_value=8.0)

    monkeypatch.setattr(path, "run", run)


@pytest.mark.usefixtures("measured")
def test_prints_a_table_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "path"]) == 0
    said = capsys.readouterr().out
    assert all(word in said for word in ("rss_mb", "120", "job_ms", "other 8", "0.25"))


@pytest.mark.usefixtures("measured")
def test_prints_a_line_for_machines_per_figure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "path", "--quick", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == {"figure": "rss_mb", "value": 100.0, "unit": "MB"}
    assert lines[1] == {
        "figure": "job_ms",
        "value": 2.0,
        "unit": "ms",
        "peer": "other",
        "peer_value": 8.0,
        "ratio": 0.25,
    }


def test_lists_only_what_can_be_run(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["bench", "figure"])
    assert refused.value.code == 2
    assert "path" in capsys.readouterr().err
