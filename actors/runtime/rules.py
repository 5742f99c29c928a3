"""By what a supervisor decides, and whom it tells."""

from collections.abc import Callable
from dataclasses import dataclass

from actors.runtime.failures import Failure
from actors.runtime.policy import Budget
from actors.runtime.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Rules:
    """`clock` is monotonic seconds, `dice` is uniform in [0, 1); the hooks may tell, and must not wait."""

    strategy: Strategy
    budget: Budget
    clock: Callable[[], float]
    dice: Callable[[], float]
    on_failure: Callable[[Failure], None]
    on_give_up: Callable[[str], None]
    on_hang: Callable[[str], None]
    escalates: bool = False
    """Whether a parent decides what follows when it gives up; then what waits is kept."""
