"""What failed beside others gets a second chance alone, and more than a few get none."""

import sys
from collections.abc import Sequence
from pathlib import Path
from subprocess import run

import pytest

from app.setup.children import environment
from app.setup.testing import MOST_AGAIN, run_tests

ONCE = """
from pathlib import Path
import pytest

@pytest.mark.parametrize("number", range({tests}))
def test_fails_once(number):
    flag = Path(__file__).with_name(f"flag{{number}}")
    failed_before = flag.exists()
    flag.touch()
    assert failed_before and {mends}

def test_passes():
    Path(__file__).with_name("passes").open("a").write("x")
"""


class Runs:
    """Runs pytest in a folder, and remembers the words."""

    def __init__(self, folder: Path, *, tests: int, mends: bool) -> None:
        self.folder = folder
        self.words: list[Sequence[str]] = []
        (folder / "test_it.py").write_text(ONCE.format(tests=tests, mends=mends))

    def __call__(self, words: Sequence[str]) -> int:
        self.words.append(words)
        argv = [sys.executable, "-m", "pytest", "-q", *(words if "--last-failed" in words else ())]
        return run(argv, cwd=self.folder, env=environment({}), check=False, capture_output=True, timeout=60).returncode


def test_what_passes_alone_passes_and_is_told_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runs = Runs(tmp_path, tests=2, mends=True)
    assert run_tests(runs, tmp_path) == 0
    assert len(runs.words) == 2
    assert (tmp_path / "passes").read_text() == "x"
    told = capsys.readouterr().err
    assert "2 failed beside others" in told
    assert "a fault to mend:\n  test_it.py::test_fails_once[0]\n  test_it.py::test_fails_once[1]" in told


def test_what_fails_alone_too_has_failed(tmp_path: Path) -> None:
    runs = Runs(tmp_path, tests=1, mends=False)
    assert (run_tests(runs, tmp_path), len(runs.words)) == (1, 2)


def test_more_than_a_few_get_no_second_chance(tmp_path: Path) -> None:
    runs = Runs(tmp_path, tests=MOST_AGAIN + 1, mends=True)
    assert (run_tests(runs, tmp_path), len(runs.words)) == (1, 1)


def test_where_all_pass_nothing_runs_again(tmp_path: Path) -> None:
    runs = Runs(tmp_path, tests=0, mends=True)
    assert (run_tests(runs, tmp_path), len(runs.words)) == (0, 1)
