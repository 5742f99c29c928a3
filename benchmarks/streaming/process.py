"""A process that is measured: what it took of the CPU, and how much memory it has."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_ROOT = Path(__file__).parents[2]
_TICKS_PER_S = os.sysconf("SC_CLK_TCK")
_KB = 1024


@dataclass(frozen=True)
class Measured:
    """Looks at a process by its id."""

    pid: int

    def cpu_s(self) -> float:
        """Seconds of CPU since it began, its own and not its children's."""
        path = Path(f"/proc/{self.pid}/stat")
        if path.exists():
            user, system = path.read_text(encoding="ascii").rpartition(")")[2].split()[11:13]
            return float(int(user) + int(system)) / _TICKS_PER_S
        told = _ps(self.pid, "time=").replace("-", ":").split(":")
        return sum(float(part) * 60.0**power for power, part in enumerate(reversed(told)))

    def rss_mb(self) -> float:
        """Resident memory."""
        path = Path(f"/proc/{self.pid}/statm")
        if path.exists():
            pages = int(path.read_text(encoding="ascii").split()[1])
            return pages * os.sysconf("SC_PAGE_SIZE") / _KB**2
        return int(_ps(self.pid, "rss=")) / _KB


class Module:
    """`with Module("name", *words) as it`: a module of ours as a process that prints its port."""

    def __init__(self, name: str, *words: str) -> None:
        self._argv = [sys.executable, "-m", name, *words]

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(self._argv, cwd=_ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout  # noqa: S101  # it is a pipe
        self.port = int(self._process.stdout.readline())
        self.measured = Measured(self._process.pid)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()


def _ps(pid: int, what: str) -> str:
    return subprocess.run(["ps", "-o", what, "-p", str(pid)], capture_output=True, text=True, check=True).stdout.strip()  # noqa: S607
