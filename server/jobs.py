"""Jobs: look at one, resume it, cancel it."""

from aiohttp import web

from actors.messages import ORCHESTRATOR, CancelJob, ResumeJob, Sending
from pipeline.ids import JobId
from pipeline.jobs import JobView
from server.answers import Checkpoint, JobDetail, json_answer
from server.handles import Handles, handles_of
from server.problems import Problem, known
from server.reading import reading
from server.writing import write
from storage.entries import WishJob
from storage.errors import IllegalTransitionError


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
    """Have the wish to go on stored. Raises Problem 404, and 409 when there is nothing to resume."""
    return await _wished(handles, WishJob(job, "resume"), ResumeJob(job), "job.not-resumable")


async def cancel(handles: Handles, job: JobId) -> JobView:
    """Have the wish to stop stored. Raises Problem 404, and 409 when the job has already ended."""
    return await _wished(handles, WishJob(job, "cancel"), CancelJob(job), "job.not-open")


async def _wished(handles: Handles, wish: WishJob, heeded: ResumeJob | CancelJob, unfit: str) -> JobView:
    """Answered once the wish is stored: should the orchestrator fall with it in hand, its next life finds it there."""
    with known("job"):
        try:
            await write(handles, wish, Sending(ORCHESTRATOR, heeded))
        except IllegalTransitionError as error:
            raise Problem(409, unfit, str(error)) from error
    return await _view(handles, wish.job)


async def _view(handles: Handles, job: JobId) -> JobView:
    with known("job"):
        return await reading(handles.reader.job_view, job)


async def _detail(handles: Handles, job: JobId) -> JobDetail:
    view = await _view(handles, job)
    stored = await reading(handles.reader.checkpoints, job)
    return JobDetail(**dict(view), checkpoints=tuple(map(Checkpoint.of, stored)))


def _job_in(request: web.Request) -> JobId:
    return JobId(request.match_info["job"])
