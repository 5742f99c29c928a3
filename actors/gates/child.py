"""A child process that cannot outstay its welcome: its time, its output and, on Linux, its memory are bounded.

It gets no environment and its own process group. It is bounded from outside once it runs (`prlimit`), before
it is given anything to work on, so that nothing of ours runs between fork and exec.
"""

import contextlib
import os
import resource
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from actors.gates.errors import GateUnavailableError
from actors.gates.pump import Ending, Pump


@dataclass(frozen=True)
class Heard:
    """What a child wrote, and why no more was read."""

    ending: Ending
    out: bytes
    err: bytes


class Child:
    """Used by one thread; `kill` may be called from any."""

    def __init__(self, argv: Sequence[str], *, most_bytes: int, bounds: Mapping[int, int]) -> None:
        self._ending = threading.Lock()
        self._process = _spawned(argv)
        self._pump = Pump(_pipes(self._process), most_bytes=most_bytes)
        for bound, value in bounds.items():
            _confine(self.pid, bound, value)

    @property
    def pid(self) -> int:
        return self._process.pid

    def hear_line(self, data: bytes, *, within_s: float) -> Heard:
        """Write `data` and read one line; the child's input stays open."""
        ending = self._pump.until_line(data, within_s=within_s)
        line, _, rest = bytes(self._pump.out).partition(b"\n")
        self._pump.out[:] = rest
        return Heard(ending, line, bytes(self._pump.err))

    def hear_all(self, data: bytes, *, within_s: float) -> Heard:
        """Write `data`, close the child's input, and read to the end of its output."""
        ending = self._pump.until_closed(data, within_s=within_s)
        return Heard(ending, bytes(self._pump.out), bytes(self._pump.err))

    def kill(self) -> None:
        """End the child and whatever it started; its reader sees a closed output."""
        with self._ending:
            self._kill_group()

    def end(self, *, grace_s: float = 0.0) -> int:
        """Wait `grace_s` for the child to end by itself, then kill it; its exit code, negative for a signal."""
        with self._ending:
            if grace_s > 0:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(timeout=grace_s)
            self._kill_group()
            self._pump.close()
            return self._process.wait()

    def _kill_group(self) -> None:
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)


def _spawned(argv: Sequence[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            list(argv),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            cwd="/",
            env={},
            start_new_session=True,
        )
    except OSError as error:
        raise GateUnavailableError(f"{argv[0]} does not start ({error}); run the set-up again") from error


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes], IO[bytes]]:
    assert process.stdin is not None  # noqa: S101
    assert process.stdout is not None  # noqa: S101
    assert process.stderr is not None  # noqa: S101
    return process.stdin, process.stdout, process.stderr


def _confine(pid: int, bound: int, value: int) -> None:
    """Where the system cannot bound another process, its time and its output are what bounds it."""
    if hasattr(resource, "prlimit"):
        with contextlib.suppress(ProcessLookupError):
            # At the hard limit of time the child would be killed without the signal that tells why.
            hard = value + 1 if bound == resource.RLIMIT_CPU else value
            resource.prlimit(pid, bound, (value, hard))
