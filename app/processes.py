"""The processes below one, as the system lists them; a system without /proc lists none."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

PROC = Path("/proc")


@dataclass(frozen=True)
class Process:
    """`since` is in seconds since 1970; `what` is the name of its program, without arguments."""

    pid: int
    parent: int
    what: str
    since: float
    memory_bytes: int

    @classmethod
    def of(cls, pid: int) -> Self | None:
        """One as it is now; None where it is gone, or cannot be seen."""
        with suppress(OSError, ValueError, IndexError):
            text = (PROC / str(pid) / "stat").read_text()
            name, _, rest = text.partition("(")[2].rpartition(")")
            fields = rest.split()
            hertz, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
            up_s = float((PROC / "uptime").read_text().split()[0])
            since = time.time() - up_s + int(fields[19]) / hertz
            return cls(pid, int(fields[1]), name, round(since, 2), int(fields[21]) * page)
        return None


def below(pid: int) -> list[Process]:
    """Children and theirs."""
    known = list(_all())
    found, parents = list[Process](), {pid}
    while fresh := [one for one in known if one.parent in parents and one not in found]:
        found += fresh
        parents = {one.pid for one in fresh}
    return found


def _all() -> Iterator[Process]:
    if PROC.is_dir():
        for entry in PROC.iterdir():
            if entry.name.isdigit() and (process := Process.of(int(entry.name))):
                yield process
