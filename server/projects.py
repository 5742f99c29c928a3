"""Projects: make one, list them, look at one, say something to it."""

from aiohttp import web

from pipeline.events import Snapshot
from pipeline.ids import ProjectId, SceneId
from pipeline.project import Video
from server.answers import ProjectEntry, ProjectList, SceneSource, json_answer
from server.asset_paths import asset_root
from server.conversation import process_user_message
from server.handles import Handles, handles_of
from server.ids import derived
from server.problems import known
from server.reading import reading
from server.requests import NewMessage, idempotency_key, read
from server.writing import write
from storage.entries import CreateProject


async def post_project(request: web.Request) -> web.Response:
    """A new project; with an Idempotency-Key the same one however often it is asked for."""
    video = await read(request, Video)
    project = await _create(handles_of(request), video, idempotency_key(request))
    return json_answer(project, 201, {"Location": f"/api/projects/{project.project}"})


async def get_projects(request: web.Request) -> web.Response:
    """All projects."""
    summaries = await reading(handles_of(request).reader.projects)
    return json_answer(ProjectList(projects=tuple(map(ProjectEntry.of, summaries))))


async def get_project(request: web.Request) -> web.Response:
    """The whole state of a project, as a stream's snapshot has it."""
    return json_answer(await snapshot(handles_of(request), _project_in(request)))


async def post_message(request: web.Request) -> web.Response:
    """Something a person says to a project; answered when it and its job are stored."""
    said = await read(request, NewMessage)
    accepted = await process_user_message(
        handles_of(request),
        _project_in(request),
        said.user_id,
        said.user_message_id,
        said.assistant_message_id,
        said.content,
        idempotency_key=idempotency_key(request),
        attachments=said.attachments,
        pointed=said.pointed,
    )
    return json_answer(accepted, 202, {"Location": f"/api/jobs/{accepted.job}"})


async def get_source(request: web.Request) -> web.Response:
    """The source a scene shows."""
    scene = SceneId(request.match_info["scene"])
    with known("scene"):
        source = await reading(handles_of(request).reader.source, scene)
    return json_answer(SceneSource(scene=scene, source=source))


async def snapshot(handles: Handles, project: ProjectId) -> Snapshot:
    """The whole state of a project, with the model that works on it. Raises Problem 404 and 410."""
    with known("project"):
        stored = await reading(handles.reader.snapshot, project)
    return stored.model_copy(update={"model": handles.model, "asset_root": asset_root(handles, project)})


async def _create(handles: Handles, video: Video, key: str | None) -> Snapshot:
    project = ProjectId(derived("project", key) if key else handles.ids("project"))
    await write(handles, CreateProject(project, video))
    return await snapshot(handles, project)


def _project_in(request: web.Request) -> ProjectId:
    return ProjectId(request.match_info["project"])
