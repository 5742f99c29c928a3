"""Set-up as a list of stages: each is skipped when its stamp is right, and started over when it was cut off."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from app.setup import stamps
from app.setup.children import Hands
from app.setup.one_at_a_time import one_at_a_time
from app.setup.places import Need, Places
from app.setup.stamps import Stamp


class Stage(NamedTuple):
    """A folder to be made: from which inputs, by what act, proved by what file."""

    title: str
    folder: Path
    proof: Path
    inputs: Callable[[Need], str]
    act: Callable[[Need, Hands], None]

    def is_right(self, need: Need) -> bool:
        """Whether the folder serves this need and was made from the inputs of now."""
        stamp = stamps.read(self.folder)
        return (
            stamp is not None and stamp.need >= need and stamp.digest == self.inputs(stamp.need) and self.proof.exists()
        )

    def do(self, need: Need, hands: Hands) -> None:
        """Make the folder. Never for less than it served before, or start and test would take turns reinstalling."""
        stamp = stamps.read(self.folder)
        need = max(need, stamp.need) if stamp else need
        digest = self.inputs(need)
        self.act(need, hands)
        stamps.write(self.folder, Stamp(need, digest))


def prepare(places: Places, stages: Sequence[Stage], need: Need) -> None:
    """Bring every stage up to the need. Raises SetupError where one cannot be."""
    if all(stage.is_right(need) for stage in stages):
        return
    with one_at_a_time(places.workshop / "lock", say) as lock:
        for stage in stages:
            if not stage.is_right(need):
                _do(stage, need, Hands(places.workshop, lock))


def say(sentence: str) -> None:
    """Speak on standard error: standard output belongs to the command that follows."""
    print(f"bazaar: {sentence}", file=sys.stderr, flush=True)


def _do(stage: Stage, need: Need, hands: Hands) -> None:
    print(f"bazaar: {stage.title} ...", end="", file=sys.stderr, flush=True)
    begun = time.monotonic()
    try:
        stage.do(need, hands)
    except BaseException:
        print(file=sys.stderr, flush=True)
        raise
    print(f" {time.monotonic() - begun:.1f} s", file=sys.stderr, flush=True)
