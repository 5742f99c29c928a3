"""What model calls take: tokens and money that were spent, and budgets that are not to be broken."""

import math

from pipeline.chat import Usage
from pipeline.ids import JobId
from pipeline.value import Value


class Budget(Value):
    """How much may be spent; None is without a limit. Where a price is unknown, only the tokens count."""

    cost_usd: float | None = None
    tokens: int | None = None

    @property
    def is_none(self) -> bool:
        """Whether there is no limit at all."""
        return self.cost_usd is None and self.tokens is None

    def times(self, factor: int) -> "Budget":
        """So many of it."""
        return Budget(
            cost_usd=None if self.cost_usd is None else self.cost_usd * factor,
            tokens=None if self.tokens is None else self.tokens * factor,
        )


class Budgets(Value):
    """The budget of each job and of each project, where a project has none of its own."""

    job: Budget = Budget()
    project: Budget = Budget()


class Amount(Value):
    """Tokens and what they cost; of calls whose price is unknown only the tokens are in it."""

    tokens: int = 0
    cost_usd: float = 0.0

    def plus(self, other: "Amount") -> "Amount":
        """Both together."""
        return Amount(tokens=self.tokens + other.tokens, cost_usd=self.cost_usd + other.cost_usd)

    def breaks(self, budget: Budget) -> str | None:
        """How this is more than the budget, in words; None when it is not."""
        if budget.tokens is not None and self.tokens > budget.tokens:
            return f"{self.tokens:,} of {budget.tokens:,} tokens"
        if budget.cost_usd is not None and self.cost_usd > budget.cost_usd:
            return f"${self.cost_usd:.4f} of ${budget.cost_usd:.2f}"
        return None


class Spending(Value):
    """What a number of calls took; `unpriced` of them have no known price and are missing in the cost."""

    calls: int = 0
    failed: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    cost_usd: float = 0.0
    unpriced: int = 0
    estimated: int = 0

    def plus(self, other: "Spending") -> "Spending":
        """Both together."""
        return Spending(**{name: value + getattr(other, name) for name, value in self})


class Spent(Value):
    """What was spent before a call: by its job, and in its project; and the project's own budget, if it has one.

    `grants` counts how often the job was given its budget: once at its start, and again by each resume.
    """

    job: JobId
    by_job: Amount = Amount()
    by_project: Amount = Amount()
    project_budget: Budget | None = None
    grants: int = 1


FEWEST_CALLS = 3
"""From so many calls on, what they took says more than what is usual."""
USUAL_IN, USUAL_OUT = 6_000, 4_000
USUAL_REPAIRS = 0.5
"""Tokens and repairs of one component, before there is any experience with the model."""


def of_scenes(scenes: int, written: Spending, repaired: Spending) -> Usage:
    """About what the components of so many scenes take, from what was `written` and `repaired` so far."""
    is_known = written.calls >= FEWEST_CALLS
    calls = written.calls + repaired.calls
    repairs = repaired.calls / written.calls if is_known else USUAL_REPAIRS
    tokens_in = (written.tokens_in + repaired.tokens_in) / calls if is_known else USUAL_IN
    tokens_out = (written.tokens_out + repaired.tokens_out) / calls if is_known else USUAL_OUT
    times = scenes * (1 + repairs)
    return Usage(tokens_in=math.ceil(times * tokens_in), tokens_out=math.ceil(times * tokens_out), estimated=True)
