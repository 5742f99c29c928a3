"""Durable jobs of four trivial steps: ours beside DBOS and LangGraph on SQLite, in one run on one disk.

Ours is the core without the server: Journal, Orchestrator and a worker that answers at once. Each runs in a process of
its own. Ratios are of jobs per second.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from app.settings import ROOT
from benchmarks.figure import Figure
from benchmarks.peers.installing import PeersAbsentError, python_with_peers
from benchmarks.syncs import counted, strace

OURS = (sys.executable, "-m", "benchmarks.durable_core")
MOST_S = 900.0
SCRATCH = ROOT / ".setup"
"""On the disk of the checkout, for a folder for temporary files may lie in memory."""

IN_FLIGHT, WAITING = 100, 10_000


@dataclass(frozen=True)
class Sizes:
    """How many jobs each contender does: in sequence, and many at once."""

    ours: int
    ours_at_32: int
    peers: int
    peers_at_32: int
    waiting: int
    rounds: int


FULL = Sizes(300, 1920, 60, 320, WAITING, 3)
QUICK = Sizes(60, 320, 15, 64, 500, 1)


@dataclass(frozen=True)
class Run:
    """What one run said."""

    per_s: float
    times_s: tuple[float, ...]

    @property
    def p99_ms(self) -> float:
        """The slowest but one in a hundred."""
        return quantiles(self.times_s, n=100, method="inclusive")[98] * 1000


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure."""
    sizes = QUICK if quick else FULL
    SCRATCH.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=SCRATCH, prefix="jobs-") as folder:
        place = Path(folder)
        yield from _throughput(place, sizes)
        yield from _syncs(place, sizes)
        yield from _recovery(place, sizes)


def _throughput(place: Path, sizes: Sizes) -> Iterator[Figure]:
    """Ours and theirs by turns, so that the disk's moods fall on all; of each, the best round."""
    try:
        python: Path | None = python_with_peers()
    except PeersAbsentError as error:
        print(error, file=sys.stderr)
        python = None
    best: dict[str, Run] = {}
    for number in range(sizes.rounds):
        for name, argv in _contenders(python, sizes).items():
            done = _measured(argv, place / f"{name}-{number}")
            best[name] = max(best.get(name, done), done, key=lambda one: one.per_s)
    for name, done in best.items():
        yield Figure(f"{name}_per_s", done.per_s, "jobs/s")
    yield Figure("at32_p99_ms", best["ours_at_32"].p99_ms, "ms")
    for figure, ours, peer in (
        ("sequential_vs_dbos", "ours", "dbos"),
        ("sequential_vs_dbos_wal", "ours", "dbos_wal"),
        ("sequential_vs_langgraph", "ours", "langgraph"),
        ("at8_vs_dbos_wal", "ours_at_8", "dbos_wal_at_8"),
        ("at32_vs_dbos_wal", "ours_at_32", "dbos_wal_at_32"),
    ):
        if peer in best:
            yield Figure(figure, best[ours].per_s / best[peer].per_s, "times")


def _contenders(python: Path | None, sizes: Sizes) -> dict[str, Sequence[str]]:
    """Name → how it is started, but for its folder."""
    ours: dict[str, Sequence[str]] = {
        "ours": (*OURS, "run", str(sizes.ours), "1"),
        "ours_at_8": (*OURS, "run", str(sizes.ours_at_32), "8"),
        "ours_at_32": (*OURS, "run", str(sizes.ours_at_32), "32"),
    }
    if python is None:
        return ours
    dbos, langgraph = (
        (str(python), str(ROOT / "benchmarks" / "peers" / f"{it}_jobs.py")) for it in ("dbos", "langgraph")
    )
    return ours | {
        "dbos": (*dbos, "default", str(sizes.peers), "1"),
        "dbos_wal": (*dbos, "wal", str(sizes.peers), "1"),
        "dbos_wal_at_8": (*dbos, "wal", str(sizes.peers_at_32), "8"),
        "dbos_wal_at_32": (*dbos, "wal", str(sizes.peers_at_32), "32"),
        "langgraph": (*langgraph, "-", str(sizes.peers), "1"),
    }


def argv_in(folder: Path, argv: Sequence[str]) -> list[str]:
    """The words with the folder where they take it: before the last three."""
    folder.mkdir(exist_ok=True)
    return [*argv[:-3], str(folder), *argv[-3:]]


def _measured(argv: Sequence[str], folder: Path) -> Run:
    done = subprocess.run(argv_in(folder, argv), cwd=ROOT, check=True, capture_output=True, text=True, timeout=MOST_S)
    said = json.loads([line for line in done.stdout.splitlines() if line.startswith("{")][-1])
    return Run(len(said["times"]) / said["seconds"], tuple(said["times"]))


def _syncs(place: Path, sizes: Sizes) -> Iterator[Figure]:
    """Syncs of a job: those of many jobs less those of few, so that start and stop do not count."""
    if strace() is None:
        print("strace is not installed (Debian: strace): the syncs are not counted", file=sys.stderr)
        return
    for name, jobs, at_once in (("sequential", sizes.ours, 1), ("at32", sizes.ours_at_32, 32)):
        counts = []
        for part in (1, 3):
            argv = argv_in(place / f"syncs-{name}-{part}", (*OURS, "run", str(jobs * part), str(at_once)))
            counts.append(counted(argv, place / "trace", MOST_S))
        yield Figure(f"fdatasync_{name}", (counts[1] - counts[0]) / (2 * jobs), "per job")


def _recovery(place: Path, sizes: Sizes) -> Iterator[Figure]:
    """From the start of a new process, after kill -9, until all is done; or until all that waits is in hand again."""
    _killed(place / "flight", "hold", IN_FLIGHT)
    yield Figure(f"recover_{IN_FLIGHT}_s", _taken(place / "flight", "recover", IN_FLIGHT), "s")
    _killed(place / "line", "queue", sizes.waiting)
    yield Figure(f"recover_{sizes.waiting}_s", _taken(place / "line", "line", sizes.waiting), "s")


def _killed(folder: Path, mode: str, jobs: int) -> None:
    """Bring it there, and kill it."""
    process = subprocess.Popen(
        argv_in(folder, (*OURS, mode, str(jobs), "1")), cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with process:
        if process.stdout is None or not process.stdout.readline():
            message = f"the core ended before its {jobs} jobs were there"
            raise RuntimeError(message)
        process.kill()


def _core(folder: Path, mode: str, jobs: int) -> subprocess.Popen[str]:
    argv = argv_in(folder, (*OURS, mode, str(jobs), "1"))
    return subprocess.Popen(argv, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _taken(folder: Path, mode: str, jobs: int) -> float:
    """Seconds until the new process says that it is there."""
    begun = perf_counter()
    process = subprocess.Popen(
        argv_in(folder, (*OURS, mode, str(jobs), "1")), cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with process:
        said = process.stdout.readline() if process.stdout else ""
        took_s = perf_counter() - begun
        process.kill()
    if not said:
        message = f"the core ended before its {jobs} jobs were there again"
        raise RuntimeError(message)
    return took_s
