"""The API, a table: each path, who answers it, with what, and how it refuses; the OpenAPI document is made from it."""

from aiohttp import web

from pipeline.events import Snapshot
from pipeline.jobs import JobView
from pipeline.project import Video
from server import artifacts, health, jobs, projects
from server.answers import AcceptedMessage, Health, JobDetail, ProjectList, SceneSource
from server.idempotency import once
from server.openapi import get_openapi
from server.requests import NewMessage
from server.route import Refusal, Route
from server.streams.stream import get_events

NO_PROJECT: Refusal = (404, "project.unknown")
NO_JOB: Refusal = (404, "job.unknown")

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
        (NO_PROJECT, (422, "message.empty"), (422, "message.too-long")),
    ),
    Route(
        "GET",
        "/api/projects/{project}/events",
        get_events,
        200,
        "text/event-stream",
        refuses=(NO_PROJECT,),
        headers=("Last-Event-ID",),
        query=("after", "client"),
    ),
    Route("GET", "/api/jobs/{job}", jobs.get_job, 200, JobDetail, refuses=(NO_JOB,)),
    Route(
        "POST", "/api/jobs/{job}/resume", jobs.post_resume, 202, JobView, refuses=(NO_JOB, (409, "job.not-resumable"))
    ),
    Route("POST", "/api/jobs/{job}/cancel", jobs.post_cancel, 202, JobView, refuses=(NO_JOB, (409, "job.not-open"))),
    Route(
        "GET", "/api/scenes/{scene}/source", projects.get_source, 200, SceneSource, refuses=((404, "scene.unknown"),)
    ),
    Route(
        "GET",
        "/api/artifacts/{sha256}",
        artifacts.get_artifact,
        200,
        "text/javascript",
        refuses=((404, "artifact.unknown"),),
    ),
)


def routed(routes: tuple[Route, ...]) -> list[web.RouteDef]:
    """The table as aiohttp takes it; every command is done once per Idempotency-Key."""
    return [
        web.route(route.method, route.path, once(route.handler) if route.is_command else route.handler)
        for route in routes
    ]
