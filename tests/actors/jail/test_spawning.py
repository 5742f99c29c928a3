import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from actors.jail import Cell, ProgramMissingError, Strength, spawned, strength
from tests.actors.edges import PATIENCE_S

ROOT = Path(__file__).parents[3]
SLEEP, CAT, ENV = "/bin/sleep", "/bin/cat", "/usr/bin/env"
STARTER = f"""\
import sys, threading; sys.path.insert(0, {str(ROOT)!r})
from actors.jail import Cell, spawned
started = []
thread = threading.Thread(target=lambda: started.append(spawned([{CAT!r}], Cell())))
thread.start(); thread.join()
print(started[0].pid, started[0].poll(), flush=True)
sys.stdin.read()
"""


def test_a_jailed_program_gets_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    said, complaint = spawned([ENV], Cell()).communicate(timeout=PATIENCE_S)
    assert (said, complaint) == (b"OPENSSL_CONF=/dev/null\n", b"")


def test_a_program_that_is_not_jailed_gets_no_environment_either() -> None:
    assert spawned([ENV], None).communicate(timeout=PATIENCE_S)[0] == b""


def test_it_reads_what_it_is_given_and_its_neighbour_not(tmp_path: Path) -> None:
    given, other = tmp_path / "given", tmp_path / "other"
    given.write_text("given")
    other.write_text("other")
    said, complaint = spawned([CAT, str(given), str(other)], Cell(reads=[str(given)])).communicate(timeout=PATIENCE_S)
    assert said == (b"given" if strength() is Strength.WHOLE else b"givenother")
    assert (b"Permission denied" in complaint) == (strength() is Strength.WHOLE)


def test_it_outlives_the_thread_that_asked_for_it_and_not_the_process() -> None:
    words = [sys.executable, "-c", STARTER]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout
        pid, ended = starter.stdout.readline().split()
        assert ended == "None", "the thread is gone, and it lives"
        watched = os.pidfd_open(int(pid)) if sys.platform == "linux" else None
        starter.kill()
    if watched is not None:
        assert _ended(watched)


def _ended(pidfd: int) -> bool:
    try:
        return bool(select.select([pidfd], [], [], PATIENCE_S)[0])
    finally:
        os.close(pidfd)


def test_a_missing_program_is_named() -> None:
    with pytest.raises(ProgramMissingError, match="/no/such/program is not there"):
        spawned(["/no/such/program"], Cell())
    with pytest.raises(ProgramMissingError, match="/no/such/program does not start"):
        spawned(["/no/such/program"], None)
