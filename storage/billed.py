"""What model calls took, as it is read: call by call, by job and role, by day and model."""

from dataclasses import dataclass

from pipeline.ids import JobId
from pipeline.spending import Spending
from pipeline.value import Value


class StoredCall(Value):
    """One call of the model; `outcome` is `answered`, `cancelled` or the code of its failure."""

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


@dataclass(frozen=True)
class RoleRow:
    """What a job took in one role: to plan, to write, to repair."""

    job: JobId
    role: str
    spending: Spending


@dataclass(frozen=True)
class UsageRow:
    """What was taken from one model on one day (a date in UTC)."""

    day: str
    provider: str
    model: str
    spending: Spending
