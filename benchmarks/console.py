"""What the console costs those who do not look at it: jobs a second with it open, closed, and without tracing.

The durable core of `bench jobs` in one process with a console; the three by turns, round by round, and of the
differences within each round the mean with its 95 % confidence interval. Then the page itself, in Chromium, before a
thousand actors with five thousand messages a second.
"""

import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, stdev
from time import perf_counter
from typing import Any, cast

from app.settings import ROOT
from app.setup.chromium import NoChromiumError
from benchmarks.console_host import TOKEN, console_on, served
from benchmarks.crowd import Crowd
from benchmarks.durable_core import Core, running
from benchmarks.figure import Figure
from benchmarks.frames import frame_work_p95_ms
from pipeline.ids import ProjectId

SCRATCH = ROOT / ".setup"
AT_ONCE = 32
MODES = ("tracing off", "closed", "open")
_READ = """
import sys, urllib.request
asked = urllib.request.Request(sys.argv[1], headers={"Authorization": "Bearer " + sys.argv[2]})
with urllib.request.urlopen(asked) as stream:
    print(len(stream.readline()), flush=True)
    while stream.readline():
        pass
"""


@dataclass(frozen=True)
class Sizes:
    """Rounds, jobs of each turn, and for how long the page is looked at."""

    rounds: int
    jobs: int
    seconds: float


FULL, QUICK = Sizes(20, 640, 20.0), Sizes(4, 160, 4.0)


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure."""
    sizes = QUICK if quick else FULL
    SCRATCH.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=SCRATCH, prefix="console-") as folder:
        per_s = _by_turns(Path(folder), sizes)
    for mode in MODES:
        yield Figure(f"{mode.replace(' ', '_')}_per_s", fmean(per_s[mode]), "jobs/s")
    for mode in ("closed", "open"):
        yield from _cost(mode, per_s[mode], per_s["tracing off"])
    yield from _frames(sizes)


def interval(values: Sequence[float]) -> tuple[float, float, float]:
    """The mean and its 95 % confidence interval, by Student's t."""
    mean = fmean(values)
    half = _t95(len(values) - 1) * stdev(values) / len(values) ** 0.5 if len(values) > 1 else float("inf")
    return mean, mean - half, mean + half


def _cost(mode: str, with_it: Sequence[float], without: Sequence[float]) -> Iterator[Figure]:
    lost = [100 * (1 - one / other) for one, other in zip(with_it, without, strict=True)]
    mean, low, high = interval(lost)
    yield Figure(f"{mode}_cost_percent", mean, "%")
    yield Figure(f"{mode}_cost_low_percent", low, "%")
    yield Figure(f"{mode}_cost_high_percent", high, "%")


def _by_turns(folder: Path, sizes: Sizes) -> dict[str, list[float]]:
    """Jobs a second of each mode in each round; each begins another round."""
    per_s: dict[str, list[float]] = {mode: [] for mode in MODES}
    with running(folder) as core, ThreadPoolExecutor(AT_ONCE) as pool:
        load = _Load(core, pool)
        load.turn(sizes.jobs)  # the first is warmer for whoever comes next
        overview = core.overview()
        with served(console_on(cast("Any", overview), overview.snapshot)) as url:
            for number in range(sizes.rounds):
                for place in range(len(MODES)):
                    mode = MODES[(number + place) % len(MODES)]
                    core.system.tracer.is_on = mode != "tracing off"
                    with _reader(url) if mode == "open" else nullcontext():
                        per_s[mode].append(load.turn(sizes.jobs))
    return per_s


class _Load:
    """Jobs, so many at once, each behind the last of its own project."""

    def __init__(self, core: Core, pool: ThreadPoolExecutor) -> None:
        self._core = core
        self._pool = pool
        self._projects = [ProjectId(f"p_{number}") for number in range(AT_ONCE)]
        self._done = 0
        for project in self._projects:
            core.create(project)

    def turn(self, jobs: int) -> float:
        """Jobs a second."""
        first, share = self._done, jobs // AT_ONCE
        self._done += share
        numbers = range(first, self._done)
        begun = perf_counter()
        list(self._pool.map(lambda project: [self._core.finish(project, number) for number in numbers], self._projects))
        return share * AT_ONCE / (perf_counter() - begun)


@contextmanager
def _reader(url: str) -> Iterator[None]:
    """Somebody watches everything, in a process of their own."""
    argv = [sys.executable, "-c", _READ, f"{url}/console/api/stream?spans=1", TOKEN]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdout is None or not process.stdout.readline():
                message = "the console did not answer"
                raise RuntimeError(message)
            yield
        finally:
            process.kill()


def _frames(sizes: Sizes) -> Iterator[Figure]:
    crowd = Crowd()
    with served(console_on(cast("Any", crowd), crowd.snapshot)) as url:
        for name, place in (("frame_work_p95_ms", ""), ("frame_work_messages_p95_ms", "#/messages")):
            login, address = f"{url}/console/login?token={TOKEN}", f"{url}/console/{place}"
            try:
                yield Figure(name, asyncio.run(frame_work_p95_ms(login, address, sizes.seconds)), "ms")
            except NoChromiumError as error:
                print(error, file=sys.stderr)
                return


def _t95(freedom: int) -> float:
    """Student's t for 95 %, two-sided; from 30 on as good as the normal one."""
    few = (12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.20, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.10)
    return few[freedom - 1] if freedom <= len(few) else 2.09
