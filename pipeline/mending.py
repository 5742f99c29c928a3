"""How a refused component is mended: first what refuses it, then everything, then by writing it simpler.

Never without an end: what comes back unchanged is not mended the same way again, and after writing it simpler
there is nothing left to try.
"""

from enum import StrEnum

from pipeline.findings import Finding, Verdict
from pipeline.jobs import Allowance


class Approach(StrEnum):
    """What the model is asked to do about the findings."""

    THIS = "this"
    ALL = "all"
    SIMPLER = "simpler"

    def told(self, verdict: Verdict) -> tuple[Finding, ...]:
        """The findings that the model is told: at first the errors alone."""
        return verdict.errors if self is Approach.THIS else verdict.findings


class Mending:
    """The repairs of one job, one after the other."""

    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance
        self._refused: list[Verdict] = []
        self._last: Approach | None = None

    @property
    def made(self) -> int:
        """How many repairs there were."""
        return len(self._refused)

    def approach(self, verdict: Verdict, *, shown: bool) -> Approach | None:
        """How to go about it now; None if another repair is of no use, or not allowed.

        What is `shown` already is whole: it is mended, never written anew.
        """
        approach = self._next(verdict, shown=shown)
        if approach is not None:
            self._refused.append(verdict)
            self._last = approach
        return approach

    def _next(self, verdict: Verdict, *, shown: bool) -> Approach | None:
        if self.made >= self._allowance.repairs:
            return None
        returned = any(verdict.repeats(earlier) for earlier in self._refused)
        if returned and self.made >= self._allowance.insisted:
            return None if shown or self._last is Approach.SIMPLER else Approach.SIMPLER
        usual = (Approach.THIS, Approach.ALL, Approach.SIMPLER)
        return usual[min(self.made, 1 if shown else 2)]
