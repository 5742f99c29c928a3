"""The revisions of a scene: list them, read one, show one again."""

from aiohttp import web

from pipeline.changes import ShowRevision
from pipeline.ids import RevisionId
from server.answers import Revision, RevisionList, RevisionSource, json_answer
from server.edits import edited, scene_in
from server.handles import handles_of
from server.problems import Problem, known
from server.reading import reading
from storage.stored import StoredRevision


async def get_revisions(request: web.Request) -> web.Response:
    """The revisions of a scene, the last first."""
    with known("scene"):
        found = await reading(handles_of(request).reader.revisions, scene_in(request))
    return json_answer(RevisionList(revisions=tuple(map(Revision.of, found))))


async def get_revision(request: web.Request) -> web.Response:
    """One revision with its source."""
    found = await _revision(request)
    return json_answer(RevisionSource(revision=found.id, scene=found.scene, source=found.source))


async def post_restore(request: web.Request) -> web.Response:
    """Show an earlier revision of a scene again; what is still being made for the scene is then not shown."""
    found = await _revision(request)
    if (found.project, found.scene) != (request.match_info["project"], scene_in(request)):
        raise Problem(404, "revision.unknown", f"{found.id} is not a revision of scene {scene_in(request)}")
    return await edited(request, ShowRevision(scene=found.scene, revision=found.id, bundle=found.bundle))


async def _revision(request: web.Request) -> StoredRevision:
    with known("revision"):
        return await reading(handles_of(request).reader.revision, RevisionId(request.match_info["revision"]))
