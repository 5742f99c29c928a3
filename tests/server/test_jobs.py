from typing import Any

import pytest

from actors.messages import ORCHESTRATOR, CancelJob, RankJob, RunJobNow, Sending, StartJob
from pipeline.commands import Build
from pipeline.failures import ErrorContext
from pipeline.flow import Command
from pipeline.jobs import JobStatus
from pipeline.replay import Key
from storage.entries import AdvanceJob, StepFailed, StepStarted
from tests.server.asking import get, post
from tests.server.living import JOB, Site

pytestmark = pytest.mark.anyio


async def test_shows_a_job_with_its_checkpoints(site: Site) -> None:
    site.begin()
    shown = (await get(site, f"/api/jobs/{JOB}")).json
    assert (shown["id"], shown["status"], shown["checkpoints"]) == (JOB, "queued", [])


@pytest.mark.parametrize("status", [JobStatus.FAILED, JobStatus.CANCELLED])
async def test_resumes_a_stopped_job(site: Site, status: JobStatus) -> None:
    site.begin()
    site.happen(status=status)
    answer = await post(site, f"/api/jobs/{JOB}/resume")
    assert (answer.status, answer.json["id"]) == (202, JOB)
    assert (answer.json["status"], site.reader.job(JOB).epoch) == ("running", 1)
    assert site.journal.let_out == [Sending(ORCHESTRATOR, StartJob(JOB))]


async def test_cancels_an_open_job(site: Site) -> None:
    site.begin()
    answer = await post(site, f"/api/jobs/{JOB}/cancel")
    assert (answer.status, answer.json["id"]) == (202, JOB)
    assert site.reader.job(JOB).wish == "cancel"
    assert site.journal.let_out == [Sending(ORCHESTRATOR, CancelJob(JOB))]


async def test_resuming_twice_is_resuming_once(site: Site) -> None:
    site.begin()
    site.happen(status=JobStatus.FAILED)
    answers = [await post(site, f"/api/jobs/{JOB}/resume", json={"prompt": "shorter"}) for _ in range(2)]
    assert [answer.status for answer in answers] == [202, 202]
    assert site.reader.job(JOB).epoch == 1
    assert (await post(site, f"/api/jobs/{JOB}/resume")).refusal == (409, "job.not-resumable")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"from_step": "build"}, "resume.no-such-step"),
        ({"source": "<A/>"}, "resume.no-source"),
        ({"prompt": " "}, "resume.empty"),
        ({"prompt": "x", "from_step": "ask"}, "resume.two-wishes"),
    ],
)
async def test_a_resume_that_cannot_be_is_refused_with_its_reason(site: Site, body: dict[str, str], code: str) -> None:
    site.begin()
    site.happen(status=JobStatus.FAILED)
    assert (await post(site, f"/api/jobs/{JOB}/resume", json=body)).refusal == (409, code)
    assert site.reader.job(JOB).status is JobStatus.FAILED


async def test_a_turn_is_not_forked(site: Site) -> None:
    site.begin()
    assert (await post(site, f"/api/jobs/{JOB}/fork")).refusal == (409, "fork.of-turn")


@pytest.mark.parametrize(("path", "message"), [("run-now", RunJobNow(JOB)), ("first", RankJob(JOB))])
async def test_an_open_job_is_hurried_or_put_first(site: Site, path: str, message: object) -> None:
    site.begin()
    assert (await post(site, f"/api/jobs/{JOB}/{path}")).json["id"] == JOB
    assert site.journal.let_out == [Sending(ORCHESTRATOR, message)]
    site.happen(status=JobStatus.FAILED)
    assert (await post(site, f"/api/jobs/{JOB}/{path}")).refusal == (409, "job.not-open")


async def test_every_attempt_is_shown_with_what_only_maintainers_read(site: Site) -> None:
    site.begin()
    error = ErrorContext(code="model.outage", message="It is down.", traceback="where it was")
    site.write(AdvanceJob(JOB, 0, JobStatus.FAILED, failed=(StepFailed(Key("ask", 0), 1, error),), error=error))
    [attempt] = (await get(site, f"/api/jobs/{JOB}/attempts")).json["attempts"]
    assert (attempt["step"], attempt["attempt"], attempt["error"]["traceback"]) == ("ask", 1, "where it was")
    shown = (await get(site, f"/api/jobs/{JOB}")).json
    assert (shown["error"]["traceback"], shown["checkpoints"][0]["error"]["traceback"]) == ("", "")
    assert shown["recovery"] == ["resume", "edit"]


async def test_the_source_that_was_built_last_can_be_had_to_edit_it(site: Site) -> None:
    site.begin()
    assert (await get(site, f"/api/jobs/{JOB}/draft")).refusal == (404, "draft.unknown")
    drafts: list[Command[Any]] = [Build(source="draft 0"), Build(source="draft 1")]
    started = tuple(StepStarted(Key("build", at), 1, draft) for at, draft in enumerate(drafts))
    site.write(AdvanceJob(JOB, 0, JobStatus.RUNNING, started=started))
    assert (await get(site, f"/api/jobs/{JOB}/draft")).json["source"] == "draft 1"


async def test_does_not_resume_an_open_job(site: Site) -> None:
    site.begin()
    answer = await post(site, f"/api/jobs/{JOB}/resume")
    assert answer.refusal == (409, "job.not-resumable")
    assert "queued" in answer.json["detail"]
    assert site.journal.let_out == []


async def test_does_not_cancel_a_job_that_has_ended(site: Site) -> None:
    site.begin()
    site.happen(status=JobStatus.FAILED)
    assert (await post(site, f"/api/jobs/{JOB}/cancel")).refusal == (409, "job.not-open")
    assert site.journal.let_out == []


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""),
        ("GET", "/attempts"),
        ("GET", "/draft"),
        ("POST", "/resume"),
        ("POST", "/fork"),
        ("POST", "/run-now"),
        ("POST", "/first"),
        ("POST", "/cancel"),
    ],
)
async def test_an_unknown_job_is_unknown(site: Site, method: str, path: str) -> None:
    answer = await (get if method == "GET" else post)(site, f"/api/jobs/x{path}")
    assert answer.refusal == (404, "job.unknown")


async def test_acknowledges_no_wish_that_is_not_stored(site: Site) -> None:
    site.begin()
    site.journal.failure = RuntimeError("mailbox full")
    assert (await post(site, f"/api/jobs/{JOB}/cancel")).refusal == (503, "store.unavailable")
    assert site.reader.job(JOB).wish is None
