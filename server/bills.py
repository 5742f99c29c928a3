"""What was spent, as callers hear it: summed by day and by model, call by call, and guessed for a plan."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from pydantic import Field

from pipeline.ids import JobId, ProjectId
from pipeline.spending import Budget, Spending
from pipeline.value import Value
from storage.stored import StoredCall, UsageRow

Name = TypeVar("Name", bound=Hashable)


class DayUsage(Value):
    """One day, a date in UTC."""

    day: str
    spending: Spending


class ModelUsage(Value):
    """One model at one server."""

    provider: str
    model: str
    spending: Spending


class UsageReport(Value):
    """What was spent, in all, by day and by model."""

    total: Spending
    days: tuple[DayUsage, ...]
    models: tuple[ModelUsage, ...]

    @classmethod
    def of(cls, rows: Sequence[UsageRow]) -> "UsageReport":
        days = _summed(rows, lambda row: row.day)
        models = _summed(rows, lambda row: (row.provider, row.model))
        return cls(
            total=_sum(row.spending for row in rows),
            days=tuple(DayUsage(day=day, spending=spent) for day, spent in days.items()),
            models=tuple(ModelUsage(provider=at, model=name, spending=spent) for (at, name), spent in models.items()),
        )


class ProjectUsage(UsageReport):
    """What a project spent and may spend; `is_own_budget` says that the budget was set for it alone."""

    project: ProjectId
    budget: Budget
    is_own_budget: bool


class ModelCallView(Value):
    """One call of a model; `outcome` is `answered`, `cancelled` or the code of its failure."""

    step: str
    ordinal: int
    attempt: int
    role: str
    model: str
    provider: str
    outcome: str
    tokens_in: int
    tokens_out: int
    tokens_cached: int
    estimated: bool
    cost_usd: float | None
    ttft_ms: float | None
    duration_ms: float
    request: str | None
    response: str | None
    at: str

    @classmethod
    def of(cls, stored: StoredCall) -> "ModelCallView":
        return cls(**vars(stored))


class JobUsage(Value):
    """What a job spent, and every call of it."""

    job: JobId
    total: Spending
    calls: tuple[ModelCallView, ...]

    @classmethod
    def of(cls, job: JobId, calls: Sequence[StoredCall]) -> "JobUsage":
        return cls(job=job, total=_sum(map(_spending, calls)), calls=tuple(map(ModelCallView.of, calls)))


class BudgetWish(Value):
    """What a project may spend from now on; without either, what the settings say for each project."""

    cost_usd: float | None = Field(default=None, gt=0)
    tokens: int | None = Field(default=None, gt=0)


class CostEstimate(Value):
    """About what the components of so many scenes take; `cost_usd` is null where no price is known."""

    scenes: int
    model: str
    tokens_in: int
    tokens_out: int
    cost_usd: float | None
    sentence: str


def _summed(rows: Iterable[UsageRow], name: Callable[[UsageRow], Name]) -> dict[Name, Spending]:
    sums: defaultdict[Name, Spending] = defaultdict(Spending)
    for row in rows:
        sums[name(row)] = sums[name(row)].plus(row.spending)
    return dict(sums)


def _sum(parts: Iterable[Spending]) -> Spending:
    total = Spending()
    for part in parts:
        total = total.plus(part)
    return total


def _spending(call: StoredCall) -> Spending:
    tokens = call.tokens_in + call.tokens_out
    return Spending(
        calls=1,
        failed=int(call.outcome != "answered"),
        tokens_in=call.tokens_in,
        tokens_out=call.tokens_out,
        tokens_cached=call.tokens_cached,
        cost_usd=call.cost_usd or 0.0,
        unpriced=int(call.cost_usd is None and tokens > 0),
        estimated=int(call.estimated),
    )
