"""What is written of model calls: each that was made, and the budgets that bound them."""

from dataclasses import dataclass

from pipeline.chat import Usage
from pipeline.commands import ModelRole
from pipeline.events import Event
from pipeline.ids import JobId, ProjectId, Sha256
from pipeline.replay import Key
from pipeline.spending import Budget

ANSWERED = "answered"


@dataclass(frozen=True)
class ModelCall:
    """One call, whether or not it was answered; `outcome` is `answered`, `cancelled` or the code of its failure.

    `cost_usd` is None where no price is known; `request` and `response` are artifacts.
    """

    key: Key
    attempt: int
    role: ModelRole
    model: str
    provider: str
    outcome: str
    usage: Usage
    cost_usd: float | None
    ttft_ms: float | None
    duration_ms: float
    request: Sha256 | None = None
    response: Sha256 | None = None


@dataclass(frozen=True)
class NoteCalls:
    """Calls that were made for a job, and the events that tell what followed. Whoever owned the job: it was paid."""

    job: JobId
    calls: tuple[ModelCall, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class SetBudget:
    """What a project may spend from now on; without a limit, what the settings say for each project."""

    project: ProjectId
    budget: Budget
