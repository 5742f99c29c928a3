"""What was spent on models: by project, job and day; what may be; and about what a plan would cost."""

from aiohttp import web

from pipeline.ids import JobId, ProjectId
from pipeline.spending import Budget, of_scenes
from server.answers import json_answer
from server.bills import BudgetWish, CostEstimate, JobUsage, ProjectUsage, UsageReport, shares
from server.edits import project_in
from server.handles import Handles, handles_of
from server.problems import FieldProblem, Problem, known
from server.reading import reading
from server.requests import read
from server.route import Refusal, Route
from server.writing import write
from storage.calls import SetBudget

MOST_SCENES = 200
_NO_PROJECT: Refusal = (404, "project.unknown")
_NO_JOB: Refusal = (404, "job.unknown")


async def get_usage(request: web.Request) -> web.Response:
    """What all projects spent on models."""
    return json_answer(UsageReport.of(await reading(handles_of(request).reader.books.usage)))


async def get_project_usage(request: web.Request) -> web.Response:
    """What a project spent on models, and may spend."""
    return json_answer(await _project_usage(handles_of(request), project_in(request)))


async def get_job_usage(request: web.Request) -> web.Response:
    """Every model call of a job, with what it took."""
    job = JobId(request.match_info["job"])
    with known("job"):
        calls = await reading(handles_of(request).reader.books.calls, job)
    return json_answer(JobUsage.of(job, calls))


async def put_budget(request: web.Request) -> web.Response:
    """Set what a project may spend on models."""
    wish, handles, project = await read(request, BudgetWish), handles_of(request), project_in(request)
    with known("project"):
        await write(handles, SetBudget(project, Budget(cost_usd=wish.cost_usd, tokens=wish.tokens)))
    return json_answer(await _project_usage(handles, project))


async def get_estimate(request: web.Request) -> web.Response:
    """About what so many scenes would cost."""
    handles, scenes = handles_of(request), _scenes_in(request)
    model, books = handles.rates.model, handles.reader.books
    written = await reading(books.of_role, "write", model)
    usage = of_scenes(scenes, written, await reading(books.of_role, "repair", model))
    cost = handles.rates.cost_usd(usage)
    estimate = CostEstimate(
        scenes=scenes,
        model=model,
        tokens_in=usage.tokens_in,
        tokens_out=usage.tokens_out,
        cost_usd=cost,
        sentence=_in_words(scenes, usage.tokens_in + usage.tokens_out, cost),
    )
    return json_answer(estimate)


async def _project_usage(handles: Handles, project: ProjectId) -> ProjectUsage:
    with known("project"):
        await reading(handles.reader.outline, project)
    books = handles.reader.books
    own = await reading(books.budget, project)
    is_own = own is not None and not own.is_none
    report = UsageReport.of(await reading(books.usage, project))
    budget = own if own and is_own else handles.rates.budgets.project
    jobs = shares(await reading(books.by_job, project))
    return ProjectUsage(**dict(report), project=project, budget=budget, is_own_budget=is_own, jobs=jobs)


def _scenes_in(request: web.Request) -> int:
    given = request.query.get("scenes", "1")
    if given.isdecimal() and 0 < int(given) <= MOST_SCENES:
        return int(given)
    detail = f"scenes must be a number from 1 to {MOST_SCENES}"
    raise Problem(422, "request.invalid", detail, fields=(FieldProblem(field="scenes", message=detail),))


def _in_words(scenes: int, tokens: int, cost: float | None) -> str:
    plural = "s" if scenes > 1 else ""
    what = f"{scenes} scene{plural} would take about {tokens:,} tokens"
    return f"{what} and cost about ${cost:.2f}." if cost is not None else f"{what}; what they cost is not known."


SPENDING_ROUTES = (
    Route("GET", "/api/usage", get_usage, 200, UsageReport),
    Route("GET", "/api/projects/{project}/usage", get_project_usage, 200, ProjectUsage, refuses=(_NO_PROJECT,)),
    Route("GET", "/api/jobs/{job}/usage", get_job_usage, 200, JobUsage, refuses=(_NO_JOB,)),
    Route("PUT", "/api/projects/{project}/budget", put_budget, 200, ProjectUsage, BudgetWish, (_NO_PROJECT,)),
    Route(
        "GET", "/api/estimate", get_estimate, 200, CostEstimate, refuses=((422, "request.invalid"),), query=("scenes",)
    ),
)
