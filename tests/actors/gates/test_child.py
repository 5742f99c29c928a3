import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from actors.gates.child import Child
from actors.gates.errors import GateUnavailableError
from actors.gates.pump import Ending


@contextmanager
def running(*argv: str) -> Iterator[Child]:
    child = Child(argv, most_bytes=100_000, cell=None)
    try:
        yield child
    finally:
        child.end()


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-I", "-S", "-c", code)


def test_a_child_gets_no_environment() -> None:
    assert os.environ
    with running("/usr/bin/env") as child:
        assert child.hear_all(b"", within_s=30).out == b""
        assert child.end(grace_s=30) == 0


def test_what_follows_a_line_is_kept_for_the_next() -> None:
    with running(*python("print('one\\ntwo', flush=True); input()")) as child:
        assert child.hear_line(b"", within_s=30).out == b"one"
        assert child.hear_line(b"", within_s=30).out == b"two"


def test_killing_reaches_what_the_child_started() -> None:
    with running("/bin/sh", "-c", "sleep 300 & echo started; wait") as child:
        assert child.hear_line(b"", within_s=30).out == b"started"
        child.kill()
        heard = child.hear_all(b"", within_s=30)
        assert heard.ending is Ending.CLOSED, "the grandchild still holds the output open"
        assert child.end() == -signal.SIGKILL


def test_nothing_is_left_of_an_ended_child() -> None:
    with running(*python("input()")) as child:
        assert child.end() == -signal.SIGKILL
        with pytest.raises(ProcessLookupError):
            os.kill(child.pid, 0)
        assert child.end() == -signal.SIGKILL, "ending twice is harmless"
        child.kill()


def test_a_missing_program_is_named() -> None:
    with pytest.raises(GateUnavailableError, match="/no/such/program"), running("/no/such/program"):
        pass
