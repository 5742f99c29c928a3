"""The API, a table: each path, who answers it, with what, and how it refuses; the OpenAPI document is made from it."""

from aiohttp import web

from pipeline.events import Snapshot
from pipeline.jobs import JobView
from pipeline.project import Video
from pipeline.resuming import Fork, Resumption
from server import artifacts, edits, health, jobs, maintenance, messages, projects, revisions
from server.answers import (
    AcceptedMessage,
    EditList,
    Health,
    JobAttempts,
    JobDetail,
    JobDraft,
    ProjectList,
    ProjectOutline,
    QueuedMessage,
    RevisionList,
    RevisionSource,
    SceneSource,
)
from server.idempotency import once
from server.openapi import get_openapi
from server.requests import MessageEdit, NewMessage, ProjectPatch, Rewind, SceneEdit, VideoEdit
from server.route import Refusal, Route
from server.streams.census import StreamList, get_streams
from server.streams.stream import get_events, get_job_events, get_many_events

NO_PROJECT: Refusal = (404, "project.unknown")
NO_JOB: Refusal = (404, "job.unknown")
NOT_OPEN: Refusal = (409, "job.not-open")
NOT_RESUMED: tuple[Refusal, ...] = tuple(
    (409, code)
    for code in (
        "job.not-resumable",
        "resume.no-such-step",
        "resume.already-acted",
        "resume.no-source",
        "resume.two-wishes",
        "resume.empty",
        "definition-mismatch",
    )
)
NOT_FORKED: tuple[Refusal, ...] = tuple(
    (409, code) for code in ("fork.of-turn", "resume.no-such-step", "resume.empty", "definition-mismatch")
)
NO_SCENE: Refusal = (404, "scene.unknown")
NO_EDIT: Refusal = (404, "edit.unknown")
NO_REVISION: Refusal = (404, "revision.unknown")
UNFIT: Refusal = (422, "change.refused")
NO_MESSAGE: Refusal = (404, "message.unknown")
UNFIT_MESSAGE: tuple[Refusal, ...] = ((422, "message.empty"), (422, "message.too-long"))
NOT_QUEUED: Refusal = (409, "message.not-queued")
CONFLICT: Refusal = (409, "history.conflict")
FULL: Refusal = (429, "streams.full")
_STREAM_QUERY = ("after", "client", "ping")

ROUTES = (
    Route("GET", "/healthz", health.get_healthz, 200, Health, is_open=True),
    Route("GET", "/readyz", health.get_readyz, 200, Health, is_open=True),
    Route("GET", "/api/openapi.json", get_openapi, 200, "application/json"),
    Route("GET", "/api/projects", projects.get_projects, 200, ProjectList),
    Route("POST", "/api/projects", projects.post_project, 201, Snapshot, Video),
    Route("GET", "/api/projects/{project}", projects.get_project, 200, Snapshot, refuses=(NO_PROJECT,)),
    Route(
        "POST",
        "/api/projects/{project}/messages",
        projects.post_message,
        202,
        AcceptedMessage,
        NewMessage,
        (NO_PROJECT, *UNFIT_MESSAGE),
    ),
    *(
        Route(method, "/api/projects/{project}/messages/{message}", handler, 200, QueuedMessage, takes, refuses)
        for method, handler, takes, refuses in (
            ("PATCH", messages.patch_message, MessageEdit, (*UNFIT_MESSAGE, NO_MESSAGE, NOT_QUEUED)),
            ("DELETE", messages.delete_message, None, (NO_MESSAGE, NOT_QUEUED)),
        )
    ),
    Route(
        "GET",
        "/api/projects/{project}/events",
        get_events,
        200,
        "text/event-stream",
        refuses=(NO_PROJECT, FULL),
        headers=("Last-Event-ID",),
        query=_STREAM_QUERY,
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
    Route(
        "GET",
        "/api/jobs/{job}/events",
        get_job_events,
        200,
        "text/event-stream",
        refuses=(NO_JOB, FULL),
        headers=("Last-Event-ID",),
        query=_STREAM_QUERY,
    ),
    Route(
        "GET",
        "/api/events",
        get_many_events,
        200,
        "text/event-stream",
        refuses=(NO_PROJECT, FULL, (422, "request.invalid")),
        headers=("Last-Event-ID",),
        query=("projects", *_STREAM_QUERY),
    ),
    Route("GET", "/api/streams", get_streams, 200, StreamList),
    Route("GET", "/api/jobs/{job}", jobs.get_job, 200, JobDetail, refuses=(NO_JOB,)),
    Route("GET", "/api/jobs/{job}/attempts", jobs.get_attempts, 200, JobAttempts, refuses=(NO_JOB,)),
    Route("GET", "/api/jobs/{job}/draft", jobs.get_draft, 200, JobDraft, refuses=(NO_JOB, (404, "draft.unknown"))),
    Route("POST", "/api/jobs/{job}/resume", jobs.post_resume, 202, JobView, Resumption, (NO_JOB, *NOT_RESUMED)),
    Route("POST", "/api/jobs/{job}/fork", jobs.post_fork, 202, JobView, Fork, (NO_JOB, *NOT_FORKED)),
    Route("POST", "/api/jobs/{job}/run-now", jobs.post_run_now, 202, JobView, refuses=(NO_JOB, NOT_OPEN)),
    Route("POST", "/api/jobs/{job}/first", jobs.post_first, 202, JobView, refuses=(NO_JOB, NOT_OPEN)),
    Route("POST", "/api/jobs/{job}/cancel", jobs.post_cancel, 202, JobView, refuses=(NO_JOB, NOT_OPEN)),
    Route("GET", "/api/scenes/{scene}/source", projects.get_source, 200, SceneSource, refuses=(NO_SCENE,)),
    Route(
        "GET",
        "/api/artifacts/{sha256}",
        artifacts.get_artifact,
        200,
        "text/javascript",
        refuses=((404, "artifact.unknown"), (503, "artifact.missing")),
    ),
    Route(
        "POST", "/api/maintenance/clean", maintenance.post_clean, 200, maintenance.CleanReport, maintenance.CleanRequest
    ),
    Route("GET", "/api/maintenance/backup", maintenance.get_backup, 200, "application/x-tar"),
)


def routed(routes: tuple[Route, ...]) -> list[web.RouteDef]:
    """The table as aiohttp takes it; every command is done once per Idempotency-Key."""
    return [
        web.route(route.method, route.path, once(route.handler) if route.is_command else route.handler)
        for route in routes
    ]
