from dataclasses import replace

import pytest

from pipeline.chat import Usage
from pipeline.spending import Budget, Budgets
from server.bills import CostEstimate, JobUsage, ProjectUsage, UsageReport
from server.handles import Rates
from storage.calls import NoteCalls
from tests.server.asking import ask, get
from tests.server.living import JOB, PROJECT, Site
from tests.storage.writing.test_calls import call

pytestmark = pytest.mark.anyio


@pytest.fixture
def used(site: Site) -> Site:
    """A site whose turn called two models."""
    site.begin()
    site.write(NoteCalls(JOB, (call(), call(model="m-2", outcome="model.cut", cost_usd=None))))
    return site


async def test_what_a_project_spent_is_told_by_day_and_by_model(used: Site) -> None:
    usage = ProjectUsage.model_validate((await get(used, f"/api/projects/{PROJECT}/usage")).json)
    assert (usage.total.calls, usage.total.failed, usage.total.tokens_in, usage.total.cost_usd) == (2, 1, 20, 0.25)
    assert usage.total.unpriced == 1
    assert [(day.day, day.spending.calls) for day in usage.days] == [("2023-11-14", 2)]
    assert [model.model for model in usage.models] == ["m-1", "m-2"]
    assert (usage.budget, usage.is_own_budget) == (Budget(), False)


async def test_what_each_job_spent_is_told_and_what_of_it_went_into_repairs(used: Site) -> None:
    used.write(NoteCalls(JOB, (replace(call(), role="repair"),)))
    (share,) = ProjectUsage.model_validate((await get(used, f"/api/projects/{PROJECT}/usage")).json).jobs
    assert (share.job, share.spending.calls, share.spending.cost_usd) == (JOB, 3, 0.5)
    assert (share.repairs.calls, share.repairs.cost_usd) == (1, 0.25)


async def test_all_projects_together(used: Site) -> None:
    usage = UsageReport.model_validate((await get(used, "/api/usage")).json)
    assert usage.total.tokens_out == 10


async def test_every_call_of_a_job_is_told(used: Site) -> None:
    usage = JobUsage.model_validate((await get(used, f"/api/jobs/{JOB}/usage")).json)
    assert [(one.model, one.outcome, one.cost_usd) for one in usage.calls] == [
        ("m-1", "answered", 0.25),
        ("m-2", "model.cut", None),
    ]
    assert (usage.total.calls, usage.total.failed, usage.total.unpriced) == (2, 1, 1)


async def test_a_project_is_given_a_budget_of_its_own(used: Site) -> None:
    path = f"/api/projects/{PROJECT}/budget"
    answer = await ask(used, "PUT", path, json={"cost_usd": 2.5})
    assert answer.status == 200
    usage = ProjectUsage.model_validate(answer.json)
    assert (usage.budget, usage.is_own_budget) == (Budget(cost_usd=2.5), True)
    assert used.reader.books.budget(PROJECT) == Budget(cost_usd=2.5)
    answer = await ask(used, "PUT", path, json={})
    assert answer.json["is_own_budget"] is False


@pytest.mark.parametrize("wish", [{"cost_usd": 0}, {"tokens": -1}, {"tokens": "many"}])
async def test_a_budget_that_cannot_be_is_refused(used: Site, wish: dict[str, object]) -> None:
    answer = await ask(used, "PUT", f"/api/projects/{PROJECT}/budget", json=wish)
    assert answer.refusal == (422, "request.invalid")


@pytest.mark.parametrize(
    ("method", "path", "code"),
    [
        ("GET", "/api/projects/project_none/usage", "project.unknown"),
        ("PUT", "/api/projects/project_none/budget", "project.unknown"),
        ("GET", "/api/jobs/job_none/usage", "job.unknown"),
    ],
)
async def test_what_there_is_nothing_of_is_said(site: Site, method: str, path: str, code: str) -> None:
    assert (await ask(site, method, path, json={} if method == "PUT" else None)).refusal == (404, code)


async def test_a_plan_is_guessed_in_tokens_where_no_price_is_known(site: Site) -> None:
    estimate = CostEstimate.model_validate((await get(site, "/api/estimate?scenes=4")).json)
    assert (estimate.tokens_in, estimate.tokens_out, estimate.cost_usd) == (36_000, 24_000, None)
    assert estimate.sentence == "4 scenes would take about 60,000 tokens; what they cost is not known."


@pytest.mark.parametrize("scenes", ["0", "many", "201", "-1"])
async def test_no_plan_has_so_many_scenes(site: Site, scenes: str) -> None:
    assert (await get(site, f"/api/estimate?scenes={scenes}")).refusal == (422, "request.invalid")


def test_rates_say_nothing_where_nothing_is_known() -> None:
    rates = replace(Rates(), budgets=Budgets(job=Budget(tokens=1)))
    assert rates.cost_usd(Usage(tokens_in=1)) is None
