"""When to start a fallen child again, and when to stop trying. Pure: the clock and the dice are given.

As in OTP there is an intensity per window. Backoff can keep the rate of failures under it for ever, so
failures without a quiet while between them are capped as well. Both are counted per child.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

FIRST_BACKOFF_S = 0.2
LAST_BACKOFF_S = 10.0
JITTER = 0.5


@dataclass(frozen=True, slots=True)
class Backoff:
    """The delay doubles from `first_s` to at most `last_s`; up to `jitter` of it is added at random."""

    first_s: float = FIRST_BACKOFF_S
    last_s: float = LAST_BACKOFF_S
    jitter: float = JITTER

    def delay_s(self, consecutive: int, dice: Callable[[], float]) -> float:
        """How long to wait after so many failures in a row: not at all after the first."""
        if consecutive <= 1:
            return 0.0
        doubled: float = self.first_s * 2 ** min(consecutive - 2, 32)
        return min(self.last_s, doubled * (1 + self.jitter * dice()))


@dataclass(frozen=True, slots=True)
class Budget:
    """How often a child may fall: `intensity` times in `window_s` seconds, `max_consecutive` times in a row.

    A life of `window_s` seconds or more is the quiet while after which a row begins anew.
    """

    intensity: int = 5
    window_s: float = 30.0
    max_consecutive: int = 10
    backoff: Backoff = field(default_factory=Backoff)


@dataclass(frozen=True, slots=True)
class Counters:
    """What the rule was applied to."""

    in_window: int
    consecutive: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """`delay_s` is None where the budget is used up; `rule` says why."""

    rule: str
    delay_s: float | None
    counters: Counters


class Record:
    """The falls of one child."""

    def __init__(self) -> None:
        self._falls: deque[float] = deque()
        self._consecutive = 0

    def counters(self, budget: Budget, now_s: float) -> Counters:
        """The falls that count at this moment."""
        return Counters(sum(at > now_s - budget.window_s for at in self._falls.copy()), self._consecutive)

    def judge(self, budget: Budget, *, now_s: float, lived_s: float, dice: Callable[[], float]) -> Verdict:
        """Count a fall at `now_s`, after a life of `lived_s`, and say what follows."""
        self._consecutive = 1 if lived_s >= budget.window_s else self._consecutive + 1
        self._falls.append(now_s)
        while self._falls[0] <= now_s - budget.window_s:
            self._falls.popleft()
        counters = Counters(len(self._falls), self._consecutive)
        if counters.in_window > budget.intensity:
            return Verdict(f"more than {budget.intensity} falls in {budget.window_s:g} s", None, counters)
        if counters.consecutive > budget.max_consecutive:
            return Verdict(f"more than {budget.max_consecutive} falls in a row", None, counters)
        delay_s = budget.backoff.delay_s(counters.consecutive, dice)
        return Verdict("restart with backoff" if delay_s else "restart at once", delay_s, counters)
