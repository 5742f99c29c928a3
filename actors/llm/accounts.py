"""Budgets: what a call may take is reserved before it, and set free once what it took is stored."""

import asyncio
from dataclasses import dataclass, field
from typing import Protocol

from actors.llm.endpoint import Candidate
from actors.llm.failures import ModelFailureError, permanent
from actors.llm.gathering import tokens_of
from actors.llm.prices import cost_usd
from actors.messages import Perform
from pipeline.chat import Usage
from pipeline.commands import AskModel, ModelRole
from pipeline.failures import ErrorClass
from pipeline.ids import JobId, ProjectId
from pipeline.replay import Key
from pipeline.spending import Amount, Budget, Budgets, Spent

Work = tuple[JobId, Key, int]
EXPECTED_OUT: dict[ModelRole, int] = {"plan": 1_500, "write": 4_000, "repair": 4_000, "title": 60}
"""Tokens that an answer is taken for before it comes."""
_RESUME = {
    "job": "Resume to give the job the same budget again, or raise BAZAAR_JOB_BUDGET_USD or …_TOKENS.",
    "project": "Give the project a larger budget, then resume.",
}


class Books(Protocol):
    """What was spent so far, as it is stored."""

    def spent(self, job: JobId) -> Spent:
        """Of a job and of its project."""


def asked_bytes(ask: AskModel) -> int:
    """The size of what is asked, tools included: the server counts them too."""
    tools = sum(len(tool.model_dump_json()) for tool in ask.tools)
    said = sum(len(message.content.encode()) for message in ask.messages)
    return tools + said + sum(len(call.arguments) for message in ask.messages for call in message.tool_calls)


def expected(candidate: Candidate, role: ModelRole, bytes_in: int) -> Amount:
    """About what a call will take; without a known price, its tokens alone."""
    usage = Usage(tokens_in=tokens_of(bytes_in), tokens_out=EXPECTED_OUT[role])
    return Amount(tokens=usage.tokens_in + usage.tokens_out, cost_usd=cost_usd(candidate, usage) or 0.0)


@dataclass
class Accounts:
    """Those of all calls that are under way."""

    books: Books
    budgets: Budgets
    _reserved: dict[Work, tuple[ProjectId, Amount]] = field(default_factory=dict)

    async def reserve(self, work: Perform, amount: Amount) -> None:
        """Set so much aside, instead of what this work had set aside. Raises ModelFailureError where it is too much."""
        name = (work.job, work.key, work.epoch)
        self._reserved[name] = (work.project, amount)  # before it is looked up: of two at once both are counted
        spent = await asyncio.to_thread(self.books.spent, work.job)
        try:
            self._check(work, spent)
        except ModelFailureError:
            self.release(name)
            raise

    def release(self, name: Work) -> None:
        """What it took is stored, or it took nothing."""
        self._reserved.pop(name, None)

    def _check(self, work: Perform, spent: Spent) -> None:
        of_job = [amount for name, (_, amount) in self._reserved.items() if name[0] == work.job]
        of_project = [amount for project, amount in self._reserved.values() if project == work.project]
        _hold("job", _added(spent.by_job, of_job), self.budgets.job.times(spent.grants))
        _hold("project", _added(spent.by_project, of_project), _own(spent.project_budget, self.budgets.project))


def _own(own: Budget | None, usual: Budget) -> Budget:
    return own if own and not own.is_none else usual


def _added(spent: Amount, reserved: list[Amount]) -> Amount:
    for amount in reserved:
        spent = spent.plus(amount)
    return spent


def _hold(whose: str, amount: Amount, budget: Budget) -> None:
    breach = amount.breaks(budget)
    if breach:
        message = f"The next call of the model would take this {whose} over its budget: about {breach}."
        raise permanent(f"budget.{whose}", message, _RESUME[whose], ErrorClass.BUDGET)
