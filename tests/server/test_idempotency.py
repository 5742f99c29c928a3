import asyncio
from pathlib import Path

import pytest

from actors.messages import ORCHESTRATOR, Sending, StartJob
from pipeline.ids import JobId
from pipeline.jobs import JobStatus
from storage.entries import AdvanceJob, KeepAnswer
from storage.errors import StoreUnavailableError
from tests.server.asking import Answer, post
from tests.server.living import JOB, PROJECT, Site, living

pytestmark = pytest.mark.anyio

MESSAGES = f"/api/projects/{PROJECT}/messages"
RESUME = f"/api/jobs/{JOB}/resume"
KEY = {"Idempotency-Key": "k"}


async def say(site: Site, content: str = "a teaser") -> Answer:
    return await post(site, MESSAGES, json={"content": content}, headers=KEY)


def told(answer: Answer) -> tuple[int, bytes, str | None]:
    return answer.status, answer.body, answer.headers.get("Location")


async def test_the_same_command_gets_the_same_answer_and_is_done_once(site: Site) -> None:
    site.begin()
    first, again = await say(site), await say(site)
    assert told(first) == told(again)
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"
    assert len(site.reader.open_jobs()) == 2
    assert len(site.journal.let_out) == 1


async def test_the_answer_stays_what_it_was_though_the_world_goes_on(site: Site) -> None:
    site.begin()
    site.happen(status=JobStatus.FAILED)
    first = await post(site, RESUME, headers=KEY)
    site.write(AdvanceJob(JOB, 1, JobStatus.COMPLETED))
    again = await post(site, RESUME, headers=KEY)
    assert told(first) == told(again)
    assert first.json["status"] == "running"


async def test_another_body_or_another_path_under_the_key_is_refused_and_changes_nothing(site: Site) -> None:
    site.begin()
    await say(site)
    before = site.everything()
    assert (await say(site, "an outro")).refusal == (422, "idempotency.mismatch")
    assert (await post(site, "/api/projects", headers=KEY)).refusal == (422, "idempotency.mismatch")
    assert site.everything() == before


async def test_the_order_of_names_in_a_body_makes_no_other_body(site: Site) -> None:
    site.begin()
    bodies = (b'{"content": "x", "user_id": "u"}', b'{"user_id":"u","content":"x"}')
    first, again = [await post(site, MESSAGES, data=body, headers=KEY) for body in bodies]
    assert told(first) == told(again)


async def test_a_key_outlives_the_server(tmp_path: Path) -> None:
    async with living(tmp_path) as site:
        site.begin()
        first = await say(site)
    async with living(tmp_path) as site:
        assert told(await say(site)) == told(first)
        assert site.journal.let_out == []


async def test_where_the_answer_was_not_kept_the_effect_is_not_repeated(site: Site) -> None:
    site.begin()
    site.happen(status=JobStatus.FAILED)
    site.journal.failure, site.journal.fails_on = StoreUnavailableError("disk full"), KeepAnswer
    assert (await post(site, RESUME, headers=KEY)).status == 202
    site.journal.failure = None
    again = await post(site, RESUME, headers=KEY)
    assert (again.status, again.json["id"], again.json["status"]) == (202, JOB, "running")
    assert site.journal.let_out == [Sending(ORCHESTRATOR, StartJob(JOB))]


async def test_the_same_command_twice_at_once_is_done_once(site: Site) -> None:
    site.begin()
    answers = await asyncio.gather(*(say(site) for _ in range(8)))
    assert len({told(answer) for answer in answers}) == 1
    assert len(site.reader.open_jobs()) == 2


async def test_what_was_refused_may_be_asked_again_under_the_key(site: Site) -> None:
    assert (await say(site)).refusal == (404, "project.unknown")
    site.begin()
    assert (await say(site)).status == 202


async def test_without_a_key_it_is_done_as_often_as_it_is_asked(site: Site) -> None:
    site.begin()
    jobs = {JobId((await post(site, MESSAGES, json={"content": "x"})).json["job"]) for _ in range(2)}
    assert len(jobs) == 2
