"""Every boundary of the flows of a turn and of a component is died at: by an exception in the actor, and by SIGKILL.

A first life passes all points and tells their names: before and after each commit, each message that does something,
each reply and each rename of a file. Then each is died at, and what is left must come to a good end. `--times N` takes
N of the points, spread evenly; without it all are taken.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from drills.invariant import Invariant
from drills.sweep.life import Life
from drills.sweep.points import Points
from drills.sweep.remains import faults

_KILLED = -9


@dataclass(frozen=True)
class Death:
    """Where a life ended and how, whether it got there, and what was not whole afterwards."""

    point: str
    how: str
    met: bool
    faults: tuple[str, ...]


def run(*, seed: int, times: int = 0) -> Iterator[Invariant]:
    """Die everywhere, and print where; the seed says only where to begin when not all points are taken."""
    points = _points()
    chosen = [points[(seed + at * len(points) // times) % len(points)] for at in range(times)] if times else points
    deaths = list(_deaths(chosen))
    _print(deaths)
    lost = [f"{death.how} {death.point}: {'; '.join(death.faults)}" for death in deaths if death.faults]
    unmet = [death.point for death in deaths if not death.met]
    survived = f"{len(deaths) - len(lost)} of {len(deaths)} deaths at {len(chosen)} points"
    yield Invariant("every death is survived", not lost, f"{survived} {lost[:2] or ''}".rstrip())
    yield Invariant("the deaths met their points", len(unmet) * 20 <= len(deaths), f"{len(unmet)} not met {unmet[:3]}")


def _print(deaths: list[Death]) -> None:
    """The table: what became of each point, by exception and by SIGKILL."""
    for death in deaths:
        became = "LOST" if death.faults else "survived"
        print(f"{became:<9} {death.how:<9} {death.point}{'' if death.met else ' (not met)'}")


def _points() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        points = Points()
        with Life(Path(folder), points) as life:
            life.say()
            life.until_over()
        return points.passed


def _deaths(chosen: list[str]) -> Iterator[Death]:
    with _nursery() as nursery:
        for point in chosen:
            with tempfile.TemporaryDirectory() as folder:
                yield _by_exception(Path(folder), point)
            with tempfile.TemporaryDirectory() as folder:
                yield _by_kill(Path(folder), point, nursery)


def _by_exception(folder: Path, point: str) -> Death:
    points = Points(point)
    with Life(folder, points) as life:
        life.say()
        life.until_over()
        return Death(point, "exception", points.met, tuple(faults(folder, life.reader)))


def _by_kill(folder: Path, point: str, nursery: "subprocess.Popen[str]") -> Death:
    assert nursery.stdin is not None  # noqa: S101  # both are pipes
    assert nursery.stdout is not None  # noqa: S101
    nursery.stdin.write(f"{folder}\t{point}\n")
    nursery.stdin.flush()
    met = int(nursery.stdout.readline()) == _KILLED
    with Life(folder, Points()) as life:
        life.say()
        life.until_over()
        return Death(point, "SIGKILL", met, tuple(faults(folder, life.reader)))


@contextmanager
def _nursery() -> Iterator["subprocess.Popen[str]"]:
    argv = [sys.executable, "-m", "drills.sweep.nursery"]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as nursery:
        yield nursery
        if nursery.stdin:
            nursery.stdin.close()
