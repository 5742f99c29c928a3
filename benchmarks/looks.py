"""What it costs to look at a published component, in a Chromium that is warm."""

import time
from collections.abc import Iterator
from statistics import median
from time import perf_counter

from actors.gates.gates import Gates
from actors.gates.programs import Programs
from actors.pixels import Looker
from app.eyes import eyes
from benchmarks.figure import Figure
from pipeline.commands import Inspect
from pipeline.ids import RevisionId, Sha256
from pipeline.project import Video

WARM_UP = 2
PAUSE_S = 0.4


def pixel_figures(programs: Programs, source: str, rounds: int) -> Iterator[Figure]:
    """A look: three stills, one without its texts, the texts a dozen times. Nothing where nobody can look."""
    found = eyes(wanted=True)
    if isinstance(found, str):
        return
    gates = Gates(programs)
    try:
        spent = [_look(gates, found, f"{source}// {number}\n") for number in range(WARM_UP + rounds)][WARM_UP:]
    finally:
        gates.close()
        found.close()
    yield Figure("pixel_ms_p50", median(spent), "ms")


def _look(gates: Gates, looker: Looker, source: str) -> float:
    _, bundle = gates.build(source)
    if bundle is None:
        message = "the component of the benchmark is refused"
        raise RuntimeError(message)
    time.sleep(PAUSE_S)
    command = Inspect(revision=RevisionId("r"), bundle=Sha256("0" * 64), video=Video(), duration_frames=120)
    begun = perf_counter()
    looker.look(bundle, command)
    return (perf_counter() - begun) * 1000
