"""What a person changes: settings, scenes, a patch. Each answers with the project after it, and can be undone."""

from aiohttp import web

from pipeline.changes import ApplyPatch, Change, DuplicateScene, MoveScene, RemoveScene, SetVideo, UpdateScene
from pipeline.ids import EditId, ProjectId, RevisionId, SceneId
from server.answers import EditList, ProjectOutline, json_answer
from server.command import new_id
from server.handles import Handles, handles_of
from server.problems import fitting, known
from server.reading import reading
from server.requests import ProjectPatch, Rewind, SceneEdit, VideoEdit, read
from server.writing import write
from storage.edits import EditProject, RedoEdit, UndoEdit
from storage.entries import Entry

MOST_LISTED = 200


async def patch_project(request: web.Request) -> web.Response:
    """Change the settings of the video that are given."""
    asked = await read(request, VideoEdit)
    return await edited(request, SetVideo.model_validate(asked.model_dump()))


async def patch_scene(request: web.Request) -> web.Response:
    """Change the fields of a scene that are given, its place among them."""
    asked, scene = await read(request, SceneEdit), scene_in(request)
    fields = asked.model_dump(exclude={"position"}, exclude_none=True)
    changes: list[Change] = [UpdateScene.model_validate({"scene": scene, **fields})] if fields else []
    if asked.position is not None:
        changes.append(MoveScene(scene=scene, position=asked.position))
    return await edited(request, *changes)


async def delete_scene(request: web.Request) -> web.Response:
    """Take a scene out of the video; its revisions are kept, and an undo brings it back."""
    return await edited(request, RemoveScene(scene=scene_in(request)))


async def post_duplicate(request: web.Request) -> web.Response:
    """Put a copy of a scene behind it."""
    handles = handles_of(request)
    copy, revision = SceneId(new_id(handles, "scene")), RevisionId(new_id(handles, "rev"))
    return await edited(request, DuplicateScene(scene=scene_in(request), id=copy, revision=revision))


async def post_patch(request: web.Request) -> web.Response:
    """Apply a JSON Patch (RFC 6902) to the project, all or nothing."""
    asked = await read(request, ProjectPatch)
    return await edited(request, ApplyPatch(operations=asked.operations))


async def post_undo(request: web.Request) -> web.Response:
    """Take back the last change of the project, or the named one where no later change wrote the same."""
    project, edit = project_in(request), await _asked(request)
    return await _written(handles_of(request), project, UndoEdit(project, edit))


async def post_redo(request: web.Request) -> web.Response:
    """Make again the change that was taken back last, or the named one."""
    project, edit = project_in(request), await _asked(request)
    return await _written(handles_of(request), project, RedoEdit(project, edit))


async def get_history(request: web.Request) -> web.Response:
    """The latest changes of a project, by whom they were made, and which of them are undone."""
    with known("project"):
        edits = await reading(handles_of(request).reader.edits, project_in(request), MOST_LISTED)
    return json_answer(EditList(edits=edits))


async def edited(request: web.Request, *changes: Change) -> web.Response:
    """Have the changes made, all or none, and answer with the project after them."""
    project = project_in(request)
    return await _written(handles_of(request), project, EditProject(project, changes))


def project_in(request: web.Request) -> ProjectId:
    """The project that the address names."""
    return ProjectId(request.match_info["project"])


def scene_in(request: web.Request) -> SceneId:
    """The scene that the address names."""
    return SceneId(request.match_info["scene"])


async def _asked(request: web.Request) -> EditId | None:
    return (await read(request, Rewind)).edit


async def _written(handles: Handles, project: ProjectId, entry: Entry) -> web.Response:
    with known("edit" if isinstance(entry, UndoEdit | RedoEdit) and entry.edit else "project"), fitting():
        await write(handles, entry)
    with known("project"):
        return json_answer(ProjectOutline.of(await reading(handles.reader.outline, project)))
