import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from app.settings import ROOT

REBORN_ONCE = """
    import os, sys
    from app.rebirth import restart_process
    print("alive", os.getpid(), sys.argv[1:])
    if os.environ.get("REBORN") is None:
        os.environ["REBORN"] = "1"
        restart_process("journal")
"""


def test_the_process_begins_anew_with_the_same_words_and_says_why() -> None:
    argv = [sys.executable, "-c", textwrap.dedent(REBORN_ONCE), "serve", "--no-open"]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    first, second = done.stdout.splitlines()
    assert first == second
    assert "serve" in first
    assert "an actor hangs that nobody can replace" in done.stderr


@pytest.mark.slow
def test_a_writer_that_hangs_restarts_the_process_and_what_it_had_committed_goes_on(tmp_path: Path) -> None:
    argv: list[str | Path] = [sys.executable, "-m", "tests.app.hanging_writer", tmp_path]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=True, timeout=100)
    first, *_, second, jobs, decided = done.stdout.splitlines()
    assert first == second
    assert jobs == "jobs ['completed', 'completed']"
    assert decided == "decided ['hang', 'interrupt', 'kill']"
