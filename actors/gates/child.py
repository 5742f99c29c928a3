"""A child process that cannot outstay its welcome: jailed, and heard only so long and so much."""

import contextlib
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import IO

from actors.gates.errors import GateUnavailableError
from actors.gates.pump import Ending, Pump
from actors.jail import Cell, ProgramMissingError, spawned


@dataclass(frozen=True)
class Heard:
    """What a child wrote, and why no more was read."""

    ending: Ending
    out: bytes
    err: bytes


class Child:
    """Used by one thread; `kill` may be called from any."""

    def __init__(self, argv: Sequence[str], *, most_bytes: int, cell: Cell | None) -> None:
        """Start it. Raises GateUnavailableError."""
        self._ending = threading.Lock()
        try:
            self._process = spawned(argv, cell)
        except ProgramMissingError as error:
            raise GateUnavailableError(str(error)) from error
        self._pump = Pump(_pipes(self._process), most_bytes=most_bytes)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def lives(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def hear_line(self, data: bytes, *, within_s: float) -> Heard:
        """Write `data` and read one line; the child's input stays open."""
        ending = self._pump.until_line(data, within_s=within_s)
        line, _, rest = bytes(self._pump.out).partition(b"\n")
        self._pump.out[:] = rest
        return Heard(ending, line, bytes(self._pump.err))

    def hear_until(self, enough: Callable[[bytearray], bool], data: bytes, *, within_s: float) -> Heard:
        """Write `data` and read until what came is `enough`, which takes away what it has read."""
        ending = self._pump.until(enough, data, within_s=within_s)
        return Heard(ending, b"", bytes(self._pump.err))

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


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes], IO[bytes]]:
    assert process.stdin is not None  # noqa: S101
    assert process.stdout is not None  # noqa: S101
    assert process.stderr is not None  # noqa: S101
    return process.stdin, process.stdout, process.stderr
