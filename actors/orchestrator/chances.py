"""Where time and chance come from."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Chances:
    """Seconds since the epoch, and numbers from [0, 1)."""

    clock: Callable[[], float]
    random: Callable[[], float]
