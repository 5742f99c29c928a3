"""What a person wants made for a scene without saying it in the conversation."""

from aiohttp import web

from pipeline.ids import JobId
from server.answers import json_answer
from server.command import new_id
from server.edits import project_in, scene_in
from server.handles import handles_of
from server.jobs import job_view
from server.problems import fitting, known
from server.requests import ComponentWish, read
from server.writing import write
from storage.edits import CommissionComponent


async def post_component(request: web.Request) -> web.Response:
    """Have the component of a scene made anew, or a source of the person's own checked and shown."""
    asked, handles = await read(request, ComponentWish), handles_of(request)
    job = JobId(new_id(handles, "job"))
    entry = CommissionComponent(project_in(request), scene_in(request), job, asked.instruction, asked.source)
    with known("project"), fitting():
        await write(handles, entry)
    return json_answer(await job_view(handles, job), 202, {"Location": f"/api/jobs/{job}"})
