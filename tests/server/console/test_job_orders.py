import pytest

from pipeline.failures import ErrorContext
from pipeline.jobs import JobStatus
from storage.entries import AdvanceJob
from tests.server.console.desk import WHY, Desk
from tests.server.living import JOB

pytestmark = pytest.mark.anyio

ERROR = ErrorContext(code="model.outage", message="It is down.")


async def test_a_job_is_acted_on_and_that_is_kept(desk: Desk) -> None:
    desk.site.begin()
    assert (await desk.post(f"jobs/{JOB}/run-now", WHY)).json["id"] == JOB
    assert (await desk.post(f"jobs/{JOB}/first", WHY)).status == 202
    assert (await desk.post(f"jobs/{JOB}/cancel", WHY)).status == 202
    assert (await desk.post(f"jobs/{JOB}/resume", WHY)).refusal == (409, "job.not-resumable")
    desk.site.write(AdvanceJob(JOB, 0, JobStatus.FAILED, error=ERROR))
    assert (await desk.post(f"jobs/{JOB}/cancel", WHY)).refusal == (409, "job.not-open")
    assert (await desk.post(f"jobs/{JOB}/resume", {**WHY, "prompt": "shorter"})).json["status"] == "running"
    assert (await desk.post(f"jobs/{JOB}/fork", WHY)).refusal == (409, "fork.of-turn")
    assert [(action, target) for action, target, *_ in desk.actions] == [
        (action, JOB) for action in ("run-now", "first", "cancel", "resume", "cancel", "resume", "fork")
    ]


async def test_the_same_is_done_to_all_that_fit_after_a_dry_run(desk: Desk) -> None:
    desk.site.begin()
    desk.site.write(AdvanceJob(JOB, 0, JobStatus.FAILED, error=ERROR))
    asked = {**WHY, "action": "resume", "status": "failed"}
    dry = (await desk.post("jobs/bulk", {**asked, "dry_run": True})).json
    assert dry == {"matched": 1, "jobs": [JOB], "done": 0, "refused": []}
    assert desk.actions == []
    assert (await desk.post("jobs/bulk", {**asked, "dry_run": False})).json["done"] == 1
    desk.site.write(AdvanceJob(JOB, 1, JobStatus.FAILED, error=ERROR))
    too_late = {**WHY, "action": "cancel", "text": JOB, "dry_run": False}
    (refused,) = (await desk.post("jobs/bulk", too_late)).json["refused"]
    assert (refused["job"], refused["code"]) == (JOB, "job.not-open")
    unfiltered = {**WHY, "action": "cancel", "dry_run": False}
    assert (await desk.post("jobs/bulk", unfiltered)).refusal == (422, "request.invalid")
