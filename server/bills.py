"""What was spent, as callers hear it: summed by day and by model, call by call, and guessed for a plan."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from pydantic import Field

from pipeline.ids import JobId, ProjectId
from pipeline.spending import Budget, Spending
from pipeline.value import Value
from storage.billed import RoleRow, StoredCall, UsageRow

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


class JobShare(Value):
    """What one job of a project spent, and what of it went into repairs."""

    job: JobId
    spending: Spending
    repairs: Spending


class ProjectUsage(UsageReport):
    """What a project spent, in all and by its jobs, and may spend; `is_own_budget`: the budget was set for it alone."""

    project: ProjectId
    budget: Budget
    is_own_budget: bool
    jobs: tuple[JobShare, ...]


class JobUsage(Value):
    """What a job spent, and every call of it."""

    job: JobId
    total: Spending
    calls: tuple[StoredCall, ...]

    @classmethod
    def of(cls, job: JobId, calls: Sequence[StoredCall]) -> "JobUsage":
        return cls(job=job, total=_sum(map(_spending, calls)), calls=tuple(calls))


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


def shares(rows: Iterable[RoleRow]) -> tuple[JobShare, ...]:
    """What each job spent, in the order of their rows."""
    of_job: defaultdict[JobId, list[RoleRow]] = defaultdict(list)
    for row in rows:
        of_job[row.job].append(row)
    return tuple(
        JobShare(
            job=job,
            spending=_sum(row.spending for row in mine),
            repairs=_sum(row.spending for row in mine if row.role == "repair"),
        )
        for job, mine in of_job.items()
    )


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
