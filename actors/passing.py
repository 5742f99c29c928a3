"""What people see while a source passes the gates: which gate, and how many of its parts are done."""

import time
from collections.abc import Callable

from actors.how_far import HowFar
from actors.messages import Live, Lives, Perform
from pipeline import progress
from pipeline.events import ComponentValidateProgress, Gate

WINDOW_S = 0.033
"""Drawing a frame takes a few milliseconds: what is told more often nobody sees."""

_STAGES: dict[Gate, str] = {
    "parse": "reading the code",
    "bundle": "bundling",
    "render": "drawing frame {done} of {of}",
    "types": "looking at the types",
}


class Passing:
    """Of one source or bundle, called by the gates: a gate that begins is told at once, its parts in windows."""

    def __init__(
        self, work: Perform, tell: Callable[[Lives], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._work = work
        self._tell = tell
        self._clock = clock
        self._how_far = HowFar(work)
        self._gate: Gate | None = None
        self._told_at = 0.0

    def __call__(self, gate: Gate, done: int, of: int) -> None:
        """So many of so many parts of a gate are done."""
        now = self._clock()
        if gate == self._gate and now < self._told_at + WINDOW_S:
            return
        percent = progress.passing(self._work.key, *_way(gate, done, of))
        if self._how_far.reached(percent, _STAGES[gate].format(done=done, of=of)):
            self._gate, self._told_at = gate, now
            self._tell(Lives((self._how_far.told(), *self._at_gate(percent, gate, done, of))))

    def _at_gate(self, percent: int, gate: Gate, done: int, of: int) -> tuple[Live, ...]:
        if self._work.scene is None:
            return ()
        where = {"scene": self._work.scene, "percent": percent, "gate": gate, "done": done, "of": of}
        return (Live(self._work.project, ComponentValidateProgress.model_validate({**self._work.marks, **where})),)


def _way(gate: Gate, done: int, of: int) -> tuple[int, int]:
    """How much of its step a gate stands for: a source is read and then bundled, a bundle is drawn."""
    return {"parse": (0, 1), "bundle": (1, 2), "render": (done, of), "types": (1, 1)}[gate]
