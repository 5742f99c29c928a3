"""What the editor does to a project over the API: its part of the route table."""

from pipeline.assets import Asset
from pipeline.jobs import JobView
from server import assets, components, edits, messages, revisions
from server.answers import AssetList, EditList, ProjectOutline, QueuedMessage, RevisionList, RevisionSource
from server.requests import ComponentWish, MessageEdit, ProjectPatch, Rewind, SceneEdit, VideoEdit
from server.route import Refusal, Route

NO_SCENE: Refusal = (404, "scene.unknown")
NO_EDIT: Refusal = (404, "edit.unknown")
NO_REVISION: Refusal = (404, "revision.unknown")
UNFIT: Refusal = (422, "change.refused")
NO_MESSAGE: Refusal = (404, "message.unknown")
UNFIT_MESSAGE: tuple[Refusal, ...] = ((422, "message.empty"), (422, "message.too-long"))
NOT_QUEUED: Refusal = (409, "message.not-queued")
CONFLICT: Refusal = (409, "history.conflict")
NO_PROJECT: Refusal = (404, "project.unknown")

EDITOR_ROUTES = (
    *(
        Route(method, "/api/projects/{project}/messages/{message}", handler, 200, QueuedMessage, takes, refuses)
        for method, handler, takes, refuses in (
            ("PATCH", messages.patch_message, MessageEdit, (*UNFIT_MESSAGE, NO_MESSAGE, NOT_QUEUED)),
            ("DELETE", messages.delete_message, None, (NO_MESSAGE, NOT_QUEUED)),
        )
    ),
    *(
        Route(method, f"/api/projects/{{project}}{path}", handler, 200, ProjectOutline, takes, refuses)
        for method, path, handler, takes, refuses in (
            ("PATCH", "", edits.patch_project, VideoEdit, (NO_PROJECT, UNFIT)),
            ("POST", "/patch", edits.post_patch, ProjectPatch, (NO_PROJECT, UNFIT)),
            ("POST", "/undo", edits.post_undo, Rewind, (NO_PROJECT, NO_EDIT, UNFIT, CONFLICT)),
            ("POST", "/redo", edits.post_redo, Rewind, (NO_PROJECT, NO_EDIT, UNFIT, CONFLICT)),
            ("PATCH", "/scenes/{scene}", edits.patch_scene, SceneEdit, (NO_PROJECT, UNFIT)),
            ("DELETE", "/scenes/{scene}", edits.delete_scene, None, (NO_PROJECT, UNFIT)),
            ("POST", "/scenes/{scene}/duplicate", edits.post_duplicate, None, (NO_PROJECT, UNFIT)),
            (
                "POST",
                "/scenes/{scene}/revisions/{revision}/restore",
                revisions.post_restore,
                None,
                (NO_PROJECT, NO_REVISION, UNFIT),
            ),
        )
    ),
    Route("GET", "/api/projects/{project}/history", edits.get_history, 200, EditList, refuses=(NO_PROJECT,)),
    Route("GET", "/api/scenes/{scene}/revisions", revisions.get_revisions, 200, RevisionList, refuses=(NO_SCENE,)),
    Route("GET", "/api/revisions/{revision}", revisions.get_revision, 200, RevisionSource, refuses=(NO_REVISION,)),
    Route("GET", "/api/projects/{project}/assets", assets.get_assets, 200, AssetList, refuses=(NO_PROJECT,)),
    Route(
        "POST",
        "/api/projects/{project}/assets",
        assets.post_asset,
        201,
        Asset,
        refuses=(NO_PROJECT, UNFIT, (415, "asset.no-picture")),
        query=("name",),
        takes_media="image/*",
    ),
    Route(
        "POST",
        "/api/projects/{project}/scenes/{scene}/components",
        components.post_component,
        202,
        JobView,
        ComponentWish,
        (NO_PROJECT, UNFIT),
    ),
)
