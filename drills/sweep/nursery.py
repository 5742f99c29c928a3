"""Gives birth to lives that end by SIGKILL: a process without threads that forks one for each line it reads.

A line is a data folder and the point at which to die; the answer is the exit code. Starting Python anew for each of
some hundred deaths would take minutes.
"""

import os
import signal
import sys
from pathlib import Path

from drills.sweep.life import Life
from drills.sweep.points import Points


def main() -> None:
    """Read, fork, wait, answer."""
    for line in sys.stdin:
        folder, _, point = line.rstrip("\n").partition("\t")
        print(_born(Path(folder), point), flush=True)


def _born(folder: Path, point: str) -> int:
    child = os.fork()
    if child == 0:
        _live(folder, point)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _live(folder: Path, point: str) -> None:
    """Never returns: dies at its point, or at its end."""
    points = Points(point, lambda: os.kill(os.getpid(), signal.SIGKILL))
    with Life(folder, points) as life:
        life.say()
        life.until_over()
    os._exit(0)


if __name__ == "__main__":
    main()
