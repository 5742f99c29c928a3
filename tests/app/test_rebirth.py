import subprocess
import sys
import textwrap

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
