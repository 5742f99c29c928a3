import pytest

from actors.messages import StartJob
from pipeline.jobs import JobStatus
from tests.server.asking import ask, get
from tests.server.living import JOB, PROJECT, Site

pytestmark = pytest.mark.anyio

HERE = f"/api/projects/{PROJECT}/messages"
SAID = f"said_{PROJECT}"


async def test_a_message_that_waits_can_be_said_otherwise(site: Site) -> None:
    site.begin()
    answer = await ask(site, "PATCH", f"{HERE}/{SAID}", json={"content": "a trailer"})
    assert (answer.status, answer.json) == (200, {"message": SAID, "job": JOB, "withdrawn": False})
    shown = (await get(site, f"/api/projects/{PROJECT}")).json["messages"][0]
    assert shown["content"] == "a trailer"


async def test_a_message_that_waits_can_be_withdrawn_once(site: Site) -> None:
    site.begin()
    headers = {"Idempotency-Key": "k"}
    answers = [await ask(site, "DELETE", f"{HERE}/{SAID}", headers=headers) for _ in range(2)]
    assert [answer.json for answer in answers] == [{"message": SAID, "job": JOB, "withdrawn": True}] * 2
    assert (await get(site, f"/api/projects/{PROJECT}")).json["messages"] == []


@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
async def test_a_message_that_is_being_answered_is_not_changed(site: Site, method: str) -> None:
    site.begin()
    site.happen(status=JobStatus.RUNNING)
    body = {"json": {"content": "late"}} if method == "PATCH" else {}
    assert (await ask(site, method, f"{HERE}/{SAID}", **body)).refusal == (409, "message.not-queued")


@pytest.mark.parametrize(
    ("path", "content", "refusal"),
    [
        (f"{HERE}/nothing", "x", (404, "message.unknown")),
        (f"{HERE}/{SAID}", " ", (422, "message.empty")),
        (f"{HERE}/{SAID}", "x" * 20_001, (422, "message.too-long")),
    ],
)
async def test_what_cannot_be_said_is_refused(site: Site, path: str, content: str, refusal: tuple[int, str]) -> None:
    site.begin()
    before = site.everything()
    assert (await ask(site, "PATCH", path, json={"content": content})).refusal == refusal
    assert site.everything() == before
    assert not any(isinstance(sending.message, StartJob) for sending in site.journal.let_out)
