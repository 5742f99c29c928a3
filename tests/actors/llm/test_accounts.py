import pytest

from pipeline.spending import Amount, Budget, Budgets, Spent
from tests.actors.llm.desk import JOB, Desk, ask
from tests.actors.llm.faulty import says, stalls

SMALL = Budget(tokens=2_000)


def the_refusal(desk: Desk, budgets: Budgets) -> str:
    desk.server.script = says("Hello")
    desk.open(budgets=budgets)
    desk.ask()
    error = desk.failed().error
    assert error.user_can_act
    assert desk.server.calls.empty()
    return f"{error.code}: {error.message}"


def test_the_call_that_would_break_the_budget_of_its_job_is_not_made(desk: Desk) -> None:
    desk.shelf.spending = Spent(job=JOB, by_job=Amount(tokens=1_000))
    assert the_refusal(desk, Budgets(job=SMALL)) == (
        "budget.job: The next call of the model would take this job over its budget: about 2,502 of 2,000 tokens."
    )


def test_the_call_that_would_break_the_budget_of_its_project_is_not_made(desk: Desk) -> None:
    desk.shelf.spending = Spent(job=JOB, by_project=Amount(cost_usd=2.0))
    assert the_refusal(desk, Budgets(project=Budget(cost_usd=1.5))).startswith("budget.project: ")


def test_a_budget_of_the_projects_own_goes_before_the_usual_one(desk: Desk) -> None:
    desk.shelf.spending = Spent(job=JOB, by_project=Amount(tokens=1_000), project_budget=SMALL)
    assert the_refusal(desk, Budgets(project=Budget(tokens=10**9))).startswith("budget.project: ")


def test_a_resume_gives_the_job_its_budget_again(desk: Desk) -> None:
    desk.shelf.spending = Spent(job=JOB, by_job=Amount(tokens=1_000), grants=2)
    desk.server.script = says("Hello")
    desk.open(budgets=Budgets(job=SMALL))
    desk.ask()
    assert desk.answered().text == "Hello"


def test_two_calls_at_once_do_not_both_take_the_last_of_it(desk: Desk) -> None:
    desk.server.script = stalls
    desk.open(budgets=Budgets(job=SMALL))
    work = desk.ask()
    desk.called()
    desk.ask(ask(ordinal=1))
    assert desk.failed().error.code == "budget.job"
    desk.drop(work)


def test_what_a_call_did_not_take_is_free_again(desk: Desk) -> None:
    desk.server.script = says("Hello")
    desk.open(budgets=Budgets(job=SMALL))
    for ordinal in range(3):
        desk.ask(ask(ordinal=ordinal))
        assert desk.answered().text == "Hello"


@pytest.mark.parametrize(
    ("amount", "budget", "breach"),
    [
        (Amount(tokens=10), Budget(), None),
        (Amount(tokens=10, cost_usd=1.0), Budget(tokens=10, cost_usd=1.0), None),
        (Amount(tokens=11), Budget(tokens=10), "11 of 10 tokens"),
        (Amount(cost_usd=1.25), Budget(cost_usd=1.0), "$1.2500 of $1.00"),
    ],
)
def test_a_breach_is_said_in_figures(amount: Amount, budget: Budget, breach: str | None) -> None:
    assert amount.breaks(budget) == breach
