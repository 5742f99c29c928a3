"""Jobs: look at one, resume it, cancel it."""

from aiohttp import web

from actors.messages import CancelJob, ResumeJob
from pipeline.ids import JobId
from pipeline.jobs import OPEN, JobStatus, JobView
from server.answers import Checkpoint, JobDetail, json_answer
from server.handles import Handles, handles_of
from server.problems import Problem, known
from server.reading import reading
from server.writing import tell_orchestrator

RESUMABLE = frozenset({JobStatus.FAILED, JobStatus.CANCELLED})


async def get_job(request: web.Request) -> web.Response:
    """A job and its checkpoints."""
    return json_answer(await _detail(handles_of(request), _job_in(request)))


async def post_resume(request: web.Request) -> web.Response:
    """Let a failed or cancelled job go on."""
    return json_answer(await resume(handles_of(request), _job_in(request)), 202)


async def post_cancel(request: web.Request) -> web.Response:
    """Stop an open job; it can be resumed."""
    return json_answer(await cancel(handles_of(request), _job_in(request)), 202)


async def resume(handles: Handles, job: JobId) -> JobView:
    """Tell the orchestrator to resume. Raises Problem 404, and 409 when there is nothing to resume."""
    view = await _view(handles, job)
    if view.status not in RESUMABLE:
        detail = f"job {job} is {view.status}; only a failed or cancelled job is resumed"
        raise Problem(409, "job.not-resumable", detail)
    tell_orchestrator(handles, ResumeJob(job))
    return view


async def cancel(handles: Handles, job: JobId) -> JobView:
    """Tell the orchestrator to cancel. Raises Problem 404, and 409 when the job has already ended."""
    view = await _view(handles, job)
    if view.status not in OPEN:
        raise Problem(409, "job.not-open", f"job {job} is {view.status}; only an open job is cancelled")
    tell_orchestrator(handles, CancelJob(job))
    return view


async def _view(handles: Handles, job: JobId) -> JobView:
    with known("job"):
        return await reading(handles.reader.job_view, job)


async def _detail(handles: Handles, job: JobId) -> JobDetail:
    view = await _view(handles, job)
    stored = await reading(handles.reader.checkpoints, job)
    return JobDetail(**dict(view), checkpoints=tuple(map(Checkpoint.of, stored)))


def _job_in(request: web.Request) -> JobId:
    return JobId(request.match_info["job"])
