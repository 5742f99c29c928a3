"""The crash-point sweep, started from the console: in a process of its own, on data folders of its own."""

import logging
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from pydantic import JsonValue

from app.settings import ROOT
from app.setup.children import environment
from server.console.console import Json

logger = logging.getLogger(__name__)

KEPT = 10
LONGEST_S = 900.0
_UNMET = " (not met)"


@dataclass
class Sweep:
    """`table` grows line by line when the drill has ended."""

    id: str
    points: int
    began_at: float
    state: str = "running"
    ended_at: float | None = None
    table: list[JsonValue] = field(default_factory=list)
    sentence: str = "a recorded job dies at each of its points, and is looked at afterwards"

    def shown(self) -> Json:
        """As JSON knows it."""
        return {**vars(self)}


class Sweeps:
    """One at a time; the last ones are kept."""

    def __init__(self, ids: Callable[[str], str], drill: Sequence[str] = ("-m", "app", "drill", "crash")) -> None:
        self._ids = ids
        self._drill = drill
        self._kept: deque[Sweep] = deque(maxlen=KEPT)
        self._process: subprocess.Popen[str] | None = None

    def begin(self, points: int) -> Json:
        """Die at so many points, spread evenly. Raises ValueError while another sweep runs."""
        if any(sweep.state == "running" for sweep in self._kept):
            message = "another sweep runs; wait until it is done"
            raise ValueError(message)
        sweep = Sweep(self._ids("sweep"), points, time.time())
        self._kept.append(sweep)
        threading.Thread(target=self._run, args=(sweep,), name=sweep.id, daemon=True).start()
        return sweep.shown()

    def shown(self, name: str) -> Json:
        """One by its id. Raises KeyError."""
        for sweep in self._kept:
            if sweep.id == name:
                return sweep.shown()
        raise KeyError(name)

    def close(self) -> None:
        """Leave none running."""
        if self._process is not None:
            self._process.kill()

    def _run(self, sweep: Sweep) -> None:
        try:
            self._drilled(sweep)
        except Exception:
            logger.exception("a sweep failed")
            sweep.state, sweep.sentence = "failed", "the sweep failed; the log tells why"
        sweep.ended_at = time.time()

    def _drilled(self, sweep: Sweep) -> None:
        argv = [sys.executable, *self._drill, "--seed", "1", "--times", str(sweep.points)]
        with subprocess.Popen(argv, cwd=ROOT, env=environment({}), stdout=subprocess.PIPE, text=True) as process:
            self._process = process
            said, _ = process.communicate(timeout=LONGEST_S)
        self._process = None
        sweep.table = list(table_in(said))
        lost = sum(isinstance(line, dict) and line["became"] == "lost" for line in sweep.table)
        sweep.state = "done" if sweep.table else "failed"
        sweep.sentence = f"{len(sweep.table) - lost} of {len(sweep.table)} deaths were survived"


def table_in(said: str) -> Iterator[JsonValue]:
    """The lines of the drill's table."""
    for line in said.splitlines():
        became, _, rest = line.partition(" ")
        how, _, point = rest.strip().partition(" ")
        if became in ("survived", "LOST") and how in ("exception", "SIGKILL"):
            met = not point.endswith(_UNMET)
            yield {"point": point.strip().removesuffix(_UNMET), "how": how, "became": became.lower(), "met": met}
