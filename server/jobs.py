"""Jobs: look at one and at its attempts, resume it, fork it, hurry it, put it first, cancel it."""

from aiohttp import web

from actors.messages import ORCHESTRATOR, CancelJob, RankJob, RunJobNow, Sending, StartJob
from pipeline.ids import JobId
from pipeline.jobs import JobView
from pipeline.resuming import Fork, Resumption
from server.answers import Attempt, Checkpoint, JobAttempts, JobDetail, JobDraft, json_answer
from server.command import new_id
from server.handles import Handles, handles_of
from server.problems import Problem, known
from server.reading import reading
from server.requests import read
from server.writing import write
from storage.errors import CommandRefusedError, IllegalTransitionError
from storage.wishes import ForkJob, HurryJob, JobWish, PutJobFirst, ResumeJob, WishJob


async def get_job(request: web.Request) -> web.Response:
    """A job and its checkpoints."""
    return json_answer(await _detail(handles_of(request), _job_in(request)))


async def get_attempts(request: web.Request) -> web.Response:
    """Every attempt of every command of a job, with all that is known of its failure; nothing is ever overwritten."""
    job = _job_in(request)
    await job_view(handles_of(request), job)
    stored = await reading(handles_of(request).reader.checkpoints, job)
    return json_answer(JobAttempts(job=job, attempts=tuple(map(Attempt.of, stored))))


async def get_draft(request: web.Request) -> web.Response:
    """The source that a component job built last: what a person edits to resume with it."""
    job = _job_in(request)
    await job_view(handles_of(request), job)
    source = await reading(handles_of(request).reader.draft, job)
    if source is None:
        raise Problem(404, "draft.unknown", f"job {job} has built no source yet")
    return json_answer(JobDraft(job=job, source=source))


async def post_resume(request: web.Request) -> web.Response:
    """Let a failed or cancelled job go on: after its last good step, from a named one, or with an edit."""
    asked = await read(request, Resumption)
    return json_answer(await resume(handles_of(request), _job_in(request), asked), 202)


async def post_fork(request: web.Request) -> web.Response:
    """Begin a new job that shares the first checkpoints of this one."""
    handles, job = handles_of(request), _job_in(request)
    new = JobId(new_id(handles, "job"))
    return json_answer(await heeded(handles, ForkJob(job, new, await read(request, Fork)), shown=new), 202)


async def post_run_now(request: web.Request) -> web.Response:
    """Do not wait for the next try."""
    job = _job_in(request)
    return json_answer(await heeded(handles_of(request), HurryJob(job), RunJobNow(job)), 202)


async def post_first(request: web.Request) -> web.Response:
    """Let an open job go before those that wait with it."""
    job = _job_in(request)
    return json_answer(await heeded(handles_of(request), PutJobFirst(job), RankJob(job)), 202)


async def post_cancel(request: web.Request) -> web.Response:
    """Stop an open job; it can be resumed."""
    return json_answer(await cancel(handles_of(request), _job_in(request)), 202)


async def resume(handles: Handles, job: JobId, asked: Resumption | None = None) -> JobView:
    """Have the job go on. Raises Problem 404, and 409 with a reason when it cannot."""
    return await heeded(handles, ResumeJob(job, asked or Resumption()), StartJob(job))


async def cancel(handles: Handles, job: JobId) -> JobView:
    """Have the wish to stop stored. Raises Problem 404, and 409 when the job has already ended."""
    return await heeded(handles, WishJob(job, "cancel"), CancelJob(job))


async def job_view(handles: Handles, job: JobId) -> JobView:
    """The job as people see it. Raises Problem 404."""
    with known("job"):
        return await reading(handles.reader.job_view, job)


async def heeded(handles: Handles, wish: JobWish, *then: object, shown: JobId | None = None) -> JobView:
    """Answered once it is stored: should the orchestrator fall with it in hand, its next life finds it there."""
    with known("job"):
        try:
            await write(handles, wish, *(Sending(ORCHESTRATOR, message) for message in then))
        except CommandRefusedError as error:
            raise Problem(409, error.code, str(error)) from error
        except IllegalTransitionError as error:
            raise Problem(409, "job.not-open", str(error)) from error
    return await job_view(handles, shown or wish.job)


async def _detail(handles: Handles, job: JobId) -> JobDetail:
    view = await job_view(handles, job)
    stored = await reading(handles.reader.checkpoints, job)
    return JobDetail(**dict(view), checkpoints=tuple(map(Checkpoint.of, stored)))


def _job_in(request: web.Request) -> JobId:
    return JobId(request.match_info["job"])
