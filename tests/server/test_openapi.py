import json
import re
from typing import Any

import pytest

from pipeline.events import Snapshot
from pipeline.ids import Sha256
from server.answers import AcceptedMessage, Health, JobDetail, ProjectList
from server.openapi import document
from server.problems import ProblemDetails
from server.routes import ROUTES
from tests.server.asking import ask, get, post
from tests.server.living import JOB, PROJECT, Site

pytestmark = pytest.mark.anyio


def references(document: object) -> set[str]:
    return set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(document)))


async def test_is_served_as_it_is_made(site: Site) -> None:
    assert (await get(site, "/api/openapi.json")).json == document(ROUTES)


def test_every_schema_that_is_named_is_there() -> None:
    made: Any = document(ROUTES)
    assert references(made) <= made["components"]["schemas"].keys()


def test_every_operation_says_what_it_is_and_how_it_refuses() -> None:
    made: Any = document(ROUTES)
    operations = [operation for path in made["paths"].values() for operation in path.values()]
    assert len(operations) == len(ROUTES)
    assert len({operation["operationId"] for operation in operations}) == len(ROUTES)
    assert all(operation["summary"] and "500" in operation["responses"] for operation in operations)


async def test_every_operation_is_routed(site: Site) -> None:
    for route in ROUTES:
        path = re.sub(r"\{\w+\}", "x", route.path)
        answer = await ask(site, route.method, path)
        assert answer.json is None or answer.json.get("code") not in {"route.unknown", "method.not-allowed"}


async def test_answers_fit_the_models_that_describe_them(site: Site) -> None:
    site.begin()
    Snapshot.model_validate((await get(site, f"/api/projects/{PROJECT}")).json)
    Snapshot.model_validate((await post(site, "/api/projects", json={})).json)
    ProjectList.model_validate((await get(site, "/api/projects")).json)
    JobDetail.model_validate((await get(site, f"/api/jobs/{JOB}")).json)
    Health.model_validate((await get(site, "/readyz")).json)
    said = await post(site, f"/api/projects/{PROJECT}/messages", json={"content": "x"})
    AcceptedMessage.model_validate(said.json)


async def test_refusals_fit_theirs_and_are_among_those_told(site: Site) -> None:
    site.begin()
    told = {(route.method, route.path): route.refusals for route in ROUTES}
    for method, path, real in (
        ("GET", "/api/projects/{project}", "/api/projects/x"),
        ("POST", "/api/projects/{project}/messages", f"/api/projects/{PROJECT}/messages"),
        ("POST", "/api/jobs/{job}/resume", f"/api/jobs/{JOB}/resume"),
        ("GET", "/api/artifacts/{sha256}", f"/api/artifacts/{Sha256('0' * 64)}"),
    ):
        answer = await ask(site, method, real)
        ProblemDetails.model_validate(answer.json)
        assert answer.refusal in told[method, path]
