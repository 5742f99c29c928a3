"""What a verdict costs: a component of a hundred lines through the gates, as a worker does it.

Warm means as they come from a model: the programs of the gates run and wait. Beside it, in the same run, the
plain way: esbuild's command line and a fresh Node that draws, started anew for each. Then two workers at once,
then a hundred components in a row without a pause, over which memory must stay flat.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from actors.gates.gates import Gates
from actors.gates.programs import Programs, find
from benchmarks.cold import Cold
from benchmarks.figure import Figure
from benchmarks.looks import pixel_figures
from benchmarks.memory import family_mb
from pipeline.commands import RenderCheck
from pipeline.ids import Sha256
from pipeline.project import Video

SOURCE = Path(__file__).with_name("scene.tsx.txt").read_text(encoding="utf-8")
WARM_UP, ROUNDS, QUICK_ROUNDS = 3, 40, 10
IN_A_ROW, QUICK_IN_A_ROW = 100, 20
PAUSE_S = 0.4
"""Between two rounds, so that the next render check stands ready; a model takes longer to write."""


@dataclass(frozen=True)
class Round:
    """Milliseconds: reading the source, making the bundle, drawing with what waits for it, the types beside it, all."""

    read: float
    bundle: float
    render: float
    types: float
    verdict: float


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure."""
    programs = find(Path(__file__).resolve().parents[1])
    rounds = QUICK_ROUNDS if quick else ROUNDS
    yield from _alone(programs, rounds)
    yield from _together(programs, rounds)
    yield from pixel_figures(programs, SOURCE, rounds)
    yield from _in_a_row(programs, QUICK_IN_A_ROW if quick else IN_A_ROW)


def _alone(programs: Programs, rounds: int) -> Iterator[Figure]:
    """One worker, and the plain way after each of its verdicts."""
    gates, cold = Gates(programs), Cold(programs)
    warm, plain_ms = [], []
    for number in range(WARM_UP + rounds):
        time.sleep(PAUSE_S)
        measured = _round(gates, number)
        spent = cold.spend(SOURCE, COMMAND)
        if number >= WARM_UP:
            warm.append(measured)
            plain_ms.append(spent)
    gates.close()
    alone = [one.verdict for one in warm]
    yield from _spread(
        "bundle_ms", [one.bundle for one in warm], "esbuild's command line", [one.bundle for one in plain_ms]
    )
    yield from _spread("render_ms", [one.render for one in warm], "a fresh Node", [one.render for one in plain_ms])
    yield from _spread("alone_ms", alone, "both", [one.both for one in plain_ms])
    ratio = median(ours / one.both for ours, one in zip(alone, plain_ms, strict=True))
    yield Figure("vs_cold_ratio", ratio, "times esbuild's command line and a fresh Node")
    for part in ("read", "render", "types"):
        yield Figure(f"{part}_share", median(getattr(one, part) / one.verdict for one in warm), "of a verdict")
    yield Figure("bundle_share", median((one.bundle - one.read) / one.verdict for one in warm), "of a verdict")


def _together(programs: Programs, rounds: int) -> Iterator[Figure]:
    """Two workers at once, each with gates of its own."""
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda worker: _worked(programs, rounds, worker), range(2)))
    yield from _spread("verdict_ms", [one.verdict for worker in both for one in worker])


def _worked(programs: Programs, rounds: int, worker: int) -> list[Round]:
    gates = Gates(programs)
    try:
        measured = []
        for number in range(WARM_UP + rounds):
            time.sleep(PAUSE_S)
            measured.append(_round(gates, number * 2 + worker))
        return measured[WARM_UP:]
    finally:
        gates.close()


def _in_a_row(programs: Programs, count: int) -> Iterator[Figure]:
    """No pause: each waits for its render check to start. Memory is of this process with all its children."""
    gates, spent, weighed = Gates(programs), [], []
    for number in range(count):
        begun = perf_counter()
        _round(gates, number)
        spent.append((perf_counter() - begun) * 1000)
        weighed.append(family_mb())
    gates.close()
    fifth = count // 5
    yield Figure("in_a_row_ms_p50", median(spent), "ms")
    yield Figure("memory_mb", median(weighed[-fifth:]), "MB")
    yield Figure("memory_growth_mb", median(weighed[-fifth:]) - median(weighed[2 * fifth : 3 * fifth]), "MB")


COMMAND = RenderCheck(bundle=Sha256("0" * 64), video=Video(), duration_frames=120)


def _round(gates: Gates, number: int) -> Round:
    """One verdict; no two sources are the same."""
    source = f"{SOURCE}// {number}\n"
    begun = perf_counter()
    built, bundle = gates.build(source)
    if bundle is None:
        message = f"the component of the benchmark is refused: {built.findings}"
        raise RuntimeError(message)
    drawn = gates.render(bundle, COMMAND.model_copy(update={"source": source}))
    verdict = (perf_counter() - begun) * 1000
    if not drawn.accepted or drawn.findings:
        message = f"the component of the benchmark does not pass: {drawn.findings}"
        raise RuntimeError(message)
    said = {**built.report, **drawn.report}
    read, bundled, render, types = (float(str(said[f"{part}_ms"])) for part in ("read", "build", "render", "types"))
    return Round(read, bundled, render, types, verdict)


def _spread(
    name: str, values: list[float], peer: str | None = None, peers: list[float] | None = None
) -> Iterator[Figure]:
    """Median and 99th percentile."""
    at: dict[str, Callable[[list[float]], float]] = {"p50": median, "p99": _p99}
    for suffix, of in at.items():
        yield Figure(f"{name}_{suffix}", of(values), "ms", peer=peer, peer_value=of(peers) if peers else None)


def _p99(values: list[float]) -> float:
    return quantiles(values, n=100, method="inclusive")[98]
