"""Whole projects: delete one, see what was deleted, bring it back, make a second one of it."""

import secrets

from aiohttp import web

from pipeline.events import Snapshot
from server.answers import DeletedProject, ProjectEntry, ProjectList, ProjectOutline, json_answer
from server.command import keyed
from server.edits import project_in
from server.handles import handles_of
from server.problems import known
from server.projects import snapshot
from server.reading import reading
from server.requests import idempotency_key
from server.route import Refusal, Route
from server.writing import write
from storage.deletion import DeleteProject, RestoreProject


async def delete_project(request: web.Request) -> web.Response:
    """Put a project away and stop what is at work on it; until it is cleaned away it can be restored."""
    project = project_in(request)
    with known("project"):
        await write(handles_of(request), DeleteProject(project))
    return json_answer(DeletedProject(project=project))


async def get_deleted(request: web.Request) -> web.Response:
    """The projects that were deleted and can be restored."""
    summaries = await reading(handles_of(request).reader.deleted_projects)
    return json_answer(ProjectList(projects=tuple(map(ProjectEntry.of, summaries))))


async def restore_project(request: web.Request) -> web.Response:
    """Bring a deleted project back; the jobs that its deletion stopped go on."""
    handles, project = handles_of(request), project_in(request)
    with known("project"):
        await write(handles, RestoreProject(project))
        outline = await reading(handles.reader.outline, project)
    return json_answer(ProjectOutline.of(outline))


async def duplicate_project(request: web.Request) -> web.Response:
    """A second project of the same content, under ids of its own; what is at work on the first is stopped in it."""
    handles, seed = handles_of(request), idempotency_key(request) or secrets.token_hex(8)
    with known("project"):
        copy = await reading(handles.keeper.duplicate, project_in(request), seed, keyed)
    return json_answer(await snapshot(handles, copy), 201, {"Location": f"/api/projects/{copy}"})


_NO_PROJECT: Refusal = (404, "project.unknown")

DELETION_ROUTES = (
    Route("DELETE", "/api/projects/{project}", delete_project, 200, DeletedProject, refuses=(_NO_PROJECT,)),
    Route("GET", "/api/projects/deleted", get_deleted, 200, ProjectList),
    Route("POST", "/api/projects/{project}/restore", restore_project, 200, ProjectOutline, refuses=(_NO_PROJECT,)),
    Route("POST", "/api/projects/{project}/duplicate", duplicate_project, 201, Snapshot, refuses=(_NO_PROJECT,)),
)
