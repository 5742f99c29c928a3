"""The API, a table: each path, who answers it, with what, and how it refuses; the OpenAPI document is made from it."""

from aiohttp import web
from aiohttp.typedefs import Handler

from pipeline.events import Snapshot
from pipeline.jobs import JobView
from pipeline.project import Video
from pipeline.resuming import Fork, Resumption
from server import artifacts, compatibility, health, jobs, maintenance, metrics, projects
from server.accepting import accepting
from server.answers import (
    AcceptedMessage,
    Health,
    JobAttempts,
    JobDetail,
    JobDraft,
    ProjectList,
    SceneSource,
)
from server.deletion import DELETION_ROUTES
from server.editor_routes import EDITOR_ROUTES, NO_PROJECT, NO_SCENE, UNFIT_MESSAGE
from server.idempotency import once
from server.openapi import get_openapi
from server.requests import NewMessage
from server.route import Refusal, Route
from server.spending import SPENDING_ROUTES
from server.streams.census import StreamList, get_streams
from server.streams.stream import get_events, get_job_events, get_many_events

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
FULL: Refusal = (429, "streams.full")
_STREAM_QUERY = ("after", "client", "ping")

ROUTES = (
    Route("GET", "/healthz", health.get_healthz, 200, Health, is_open=True),
    Route("GET", "/readyz", health.get_readyz, 200, Health, is_open=True),
    Route("GET", "/metrics", metrics.get_metrics, 200, "text/plain"),
    Route("GET", "/api/openapi.json", get_openapi, 200, "application/json"),
    Route("GET", "/api/projects", projects.get_projects, 200, ProjectList),
    Route("POST", "/api/projects", projects.post_project, 201, Snapshot, Video),
    *DELETION_ROUTES,
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
    Route(
        "GET",
        "/api/projects/{project}/events",
        get_events,
        200,
        "text/event-stream",
        refuses=(NO_PROJECT, FULL, (422, "request.invalid")),
        headers=("Last-Event-ID",),
        query=("format", *_STREAM_QUERY),
    ),
    *EDITOR_ROUTES,
    *SPENDING_ROUTES,
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
    Route(
        "GET",
        "/api/projects/{project}/export",
        maintenance.get_export,
        200,
        "application/x-tar",
        refuses=(NO_PROJECT,),
    ),
    Route(
        "POST",
        "/api/projects/import",
        maintenance.post_import,
        201,
        Snapshot,
        refuses=((422, "file.unusable"),),
        takes_file=True,
    ),
    Route("GET", "/api/maintenance/backup", maintenance.get_backup, 200, "application/x-tar"),
    Route(
        "POST",
        "/api/chat.sendMessage",
        compatibility.chat_send_message,
        202,
        compatibility.SentMessage,
        compatibility.SendMessage,
        (NO_PROJECT, *UNFIT_MESSAGE),
        is_deprecated=True,
    ),
    Route(
        "POST",
        "/api/customComponent.resumeJob",
        compatibility.custom_component_resume_job,
        202,
        compatibility.ResumedCall,
        compatibility.ResumeCall,
        (NO_JOB, *NOT_RESUMED),
        is_deprecated=True,
    ),
)


def routed(routes: tuple[Route, ...]) -> list[web.RouteDef]:
    """The table as aiohttp takes it."""
    return [web.route(route.method, route.path, _handled(route)) for route in routes]


def _handled(route: Route) -> Handler:
    """A command is taken while commands are, and done once per Idempotency-Key."""
    if not route.is_command:
        return route.handler
    return accepting(route.handler if route.takes_file else once(route.handler))
