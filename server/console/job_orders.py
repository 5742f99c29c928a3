"""What an operator does to jobs, one or many: as the editor does it, and kept with a reason."""

from collections.abc import Awaitable, Callable
from typing import Literal

from aiohttp import web
from pydantic import Field

from actors.messages import RankJob, RunJobNow
from pipeline.ids import JobId
from pipeline.resuming import Fork, Resumption
from server import jobs
from server.command import new_id
from server.console.asking import Reasoned, audited, console_of
from server.console.console import Json
from server.handles import Handles, handles_of
from server.problems import Problem
from server.reading import reading
from server.requests import read
from storage.wishes import ForkJob, HurryJob, PutJobFirst

Action = Literal["resume", "run-now", "cancel"]
MOST_AT_ONCE = 1_000


class ReasonedResumption(Reasoned, Resumption):
    """How a job is to go on, and why."""


class ReasonedFork(Reasoned, Fork):
    """What a new job is to share, and why it is made."""


class Bulk(Reasoned):
    """The same to every job that fits; without a filter that would be all of them, so one must be there."""

    action: Action
    status: str | None = None
    kind: str | None = None
    project: str | None = None
    step: str | None = None
    error: str | None = None
    text: str | None = None
    dry_run: bool = Field(description="only say how many")

    @property
    def filters(self) -> dict[str, str]:
        """What was asked for."""
        named = ("status", "kind", "project", "step", "error", "text")
        return {name: value for name in named if (value := getattr(self, name))}


async def post_resume(request: web.Request) -> web.Response:
    """Let a stopped job go on."""
    asked, job = await read(request, ReasonedResumption), _job_in(request)
    resumption = Resumption.model_validate(asked.model_dump(exclude={"reason"}))
    with audited(request, "resume", job, asked):
        await jobs.resume(handles_of(request), job, resumption)
    return await _row(request, job)


async def post_fork(request: web.Request) -> web.Response:
    """Make a new job that shares the first checkpoints of this one."""
    handles, asked, job = handles_of(request), await read(request, ReasonedFork), _job_in(request)
    new = JobId(new_id(handles, "job"))
    fork = Fork.model_validate(asked.model_dump(exclude={"reason"}))
    with audited(request, "fork", job, asked):
        await jobs.heeded(handles, ForkJob(job, new, fork), shown=new)
    return await _row(request, new)


async def post_order(request: web.Request) -> web.Response:
    """Hurry a job, put it first, or cancel it."""
    order, job = request.match_info["order"], _job_in(request)
    asked = await read(request, Reasoned)
    with audited(request, order, job, asked):
        await ORDERS[order](handles_of(request), job)
    return await _row(request, job)


async def post_bulk(request: web.Request) -> web.Response:
    """Do the same to every job that fits; a dry run only says to which."""
    asked = await read(request, Bulk)
    if not asked.filters:
        raise Problem(422, "request.invalid", "say which jobs: a status, a kind, a project, a step, an error or a text")
    past = console_of(request).past
    rows = await reading(past.jobs, asked.filters, MOST_AT_ONCE)
    named = [JobId(str(row["id"])) for row in rows]
    told: Json = {"matched": await reading(past.matched, asked.filters), "jobs": list(named), "done": 0, "refused": []}
    if not asked.dry_run:
        with audited(request, f"{asked.action} {len(named)} jobs", str(asked.filters), asked):
            refused = [one for job in named if (one := await _refused(handles_of(request), asked.action, job))]
        told |= {"done": len(named) - len(refused), "refused": list(refused)}
    return web.json_response(told)


async def _refused(handles: Handles, action: Action, job: JobId) -> Json | None:
    try:
        await ORDERS[action](handles, job)
    except Problem as problem:
        return {"job": job, "code": problem.code, "detail": problem.detail}
    return None


async def _hurry(handles: Handles, job: JobId) -> object:
    return await jobs.heeded(handles, HurryJob(job), RunJobNow(job))


async def _put_first(handles: Handles, job: JobId) -> object:
    return await jobs.heeded(handles, PutJobFirst(job), RankJob(job))


ORDERS: dict[str, Callable[[Handles, JobId], Awaitable[object]]] = {
    "run-now": _hurry,
    "first": _put_first,
    "cancel": jobs.cancel,
    "resume": jobs.resume,
}


async def _row(request: web.Request, job: JobId) -> web.Response:
    return web.json_response(await reading(console_of(request).past.job, job), status=202)


def _job_in(request: web.Request) -> JobId:
    return JobId(request.match_info["job"])


ROUTES = (
    web.post("/console/api/jobs/bulk", post_bulk),
    web.post("/console/api/jobs/{job}/resume", post_resume),
    web.post("/console/api/jobs/{job}/fork", post_fork),
    web.post("/console/api/jobs/{job}/{order:run-now|first|cancel}", post_order),
)
