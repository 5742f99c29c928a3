import pytest

from actors.messages import ORCHESTRATOR, CancelJob, ResumeJob, Sending
from pipeline.jobs import JobStatus
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
    assert site.reader.job(JOB).wish == "resume"
    assert site.journal.let_out == [Sending(ORCHESTRATOR, ResumeJob(JOB))]


async def test_cancels_an_open_job(site: Site) -> None:
    site.begin()
    answer = await post(site, f"/api/jobs/{JOB}/cancel")
    assert (answer.status, answer.json["id"]) == (202, JOB)
    assert site.reader.job(JOB).wish == "cancel"
    assert site.journal.let_out == [Sending(ORCHESTRATOR, CancelJob(JOB))]


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


@pytest.mark.parametrize(("method", "path"), [("GET", ""), ("POST", "/resume"), ("POST", "/cancel")])
async def test_an_unknown_job_is_unknown(site: Site, method: str, path: str) -> None:
    answer = await (get if method == "GET" else post)(site, f"/api/jobs/x{path}")
    assert answer.refusal == (404, "job.unknown")


async def test_acknowledges_no_wish_that_is_not_stored(site: Site) -> None:
    site.begin()
    site.journal.failure = RuntimeError("mailbox full")
    assert (await post(site, f"/api/jobs/{JOB}/cancel")).refusal == (503, "store.unavailable")
    assert site.reader.job(JOB).wish is None
