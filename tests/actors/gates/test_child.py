import os
import resource
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from actors.gates.child import Child
from actors.gates.errors import GateUnavailableError
from actors.gates.pump import Ending


@contextmanager
def running(*argv: str, bounds: Mapping[int, int] | None = None) -> Iterator[Child]:
    child = Child(argv, most_bytes=100_000, bounds=bounds or {})
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


def test_bounds_hold_in_the_child() -> None:
    if not hasattr(resource, "prlimit"):
        return  # only Linux bounds another process
    code = "input(); import resource; print(resource.getrlimit(resource.RLIMIT_CORE), flush=True)"
    with running(*python(code), bounds={resource.RLIMIT_CORE: 0}) as child:
        assert child.hear_line(b"\n", within_s=30).out == b"(0, 0)"


@pytest.mark.slow
def test_time_of_the_processor_is_bounded_and_told() -> None:
    if not hasattr(resource, "prlimit"):
        return  # only Linux bounds another process
    with running(*python("while True: pass"), bounds={resource.RLIMIT_CPU: 1}) as child:
        assert child.hear_all(b"", within_s=30).ending is Ending.CLOSED
        assert child.end(grace_s=30) == -signal.SIGXCPU


def test_a_missing_program_is_named() -> None:
    with pytest.raises(GateUnavailableError, match="/no/such/program does not start"), running("/no/such/program"):
        pass
