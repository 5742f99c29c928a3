"""What callers of the earlier system call, as docs/compatibility.md says it is kept."""

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

from pipeline.events import EVENTS, UPDATES
from pipeline.failures import ErrorContext
from pipeline.ids import JobId, MessageId
from pipeline.jobs import JobStatus
from server import conversation
from server.openapi import document
from server.routes import ROUTES
from tests.server.asking import post
from tests.server.living import JOB, PROJECT, Site

pytestmark = pytest.mark.anyio

PAGE = (Path(__file__).parents[2] / "docs" / "compatibility.md").read_text(encoding="utf-8")
SAY = "/api/chat.sendMessage"
RESUME = "/api/customComponent.resumeJob"


@pytest.mark.parametrize("name", ["process_user_message", "handle_client_reconnection", "resume_job"])
def test_the_functions_keep_their_names_and_parameters(name: str) -> None:
    told = re.search(rf"`{name}\(([^)]*)\)`", PAGE)
    assert told
    wanted = [parameter for parameter in told[1].split(", ") if parameter != "…"]
    taken = list(inspect.signature(getattr(conversation, name)).parameters)
    assert taken[1 : len(wanted) + 1] == wanted


def test_every_event_of_the_page_is_told() -> None:
    known = {told.wire_name() for told in (*EVENTS, *UPDATES)}
    named = set(re.findall(r"`((?:component|message|tool|job)\.[a-z.]+[a-z])`", PAGE))
    assert len(named) > 10
    assert named <= known | {"chat.sendMessage"}


def test_what_is_kept_only_for_them_is_marked_and_nothing_else() -> None:
    made: Any = document(ROUTES)
    marked = {path for path, told in made["paths"].items() if any(one.get("deprecated") for one in told.values())}
    assert marked == {SAY, RESUME}


@pytest.mark.parametrize("field", ["content", "message"])
async def test_send_message_is_accepted_as_the_path_of_ours_accepts_it(site: Site, field: str) -> None:
    site.begin()
    body = {"projectId": PROJECT, field: "a teaser", "userMessageId": "u1", "assistantMessageId": "a1", "more": 1}
    answer = await post(site, SAY, json=body)
    assert (answer.status, answer.json["userMessageId"], answer.json["assistantMessageId"]) == (202, "u1", "a1")
    assert answer.headers["Link"] == f'</api/projects/{PROJECT}/messages>; rel="successor-version"'
    ours = await post(site, f"/api/projects/{PROJECT}/messages", json={"content": "a teaser", "user_message_id": "u1"})
    assert ours.json["job"] == answer.json["jobId"]


async def test_resume_job_lets_a_failed_job_go_on(site: Site) -> None:
    site.begin()
    assert (await post(site, RESUME, json={"jobId": JOB})).refusal == (409, "job.not-resumable")
    site.happen(status=JobStatus.RUNNING)
    site.happen(status=JobStatus.FAILED)
    answer = await post(site, RESUME, json={"jobId": JOB})
    assert (answer.status, answer.json) == (202, {"jobId": JOB, "status": "running"})


@pytest.mark.parametrize(
    ("path", "body", "refusal"),
    [
        (SAY, {"projectId": "x", "content": "x"}, (404, "project.unknown")),
        (SAY, {"projectId": PROJECT, "content": " "}, (422, "message.empty")),
        (SAY, {"content": "x"}, (422, "request.invalid")),
        (RESUME, {"jobId": "x"}, (404, "job.unknown")),
        (RESUME, {}, (422, "request.invalid")),
    ],
)
async def test_they_refuse_as_the_paths_of_ours_do(
    site: Site, path: str, body: dict[str, str], refusal: tuple[int, str]
) -> None:
    site.begin()
    assert (await post(site, path, json=body)).refusal == refusal


async def test_the_functions_can_be_called_as_they_were(site: Site) -> None:
    site.begin()
    accepted = await conversation.process_user_message(
        site.handles, PROJECT, "maker", MessageId("u1"), MessageId("a1"), "a teaser"
    )
    assert accepted.assistant_message_id == "a1"
    again = await conversation.handle_client_reconnection(site.handles, "client", MessageId("a1"), None)
    assert again.snapshot
    site.happen(status=JobStatus.RUNNING)
    site.happen(status=JobStatus.FAILED)
    assert (await conversation.resume_job(site.handles, JobId(JOB))).status is JobStatus.RUNNING


def test_the_stored_fields_of_the_page_are_there() -> None:
    assert {"code", "message", "advice"} <= ErrorContext.model_fields.keys()
