import pytest

from pipeline.chat import ModelAnswer
from pipeline.failures import ErrorContext
from pipeline.jobs import JobStatus
from pipeline.replay import Key
from storage.entries import AdvanceJob, StepHeard
from tests.server.console.desk import Desk
from tests.server.living import JOB

pytestmark = pytest.mark.anyio

ERROR = ErrorContext(code="model.outage", message="It is down.")


async def test_jobs_are_listed_and_shown_in_full_without_secrets(desk: Desk) -> None:
    desk.site.begin()
    said = ModelAnswer(text="my key is sk-1234567890abcdef", finish_reason="stop", model="m", provider="p")
    heard = (StepHeard(Key("ask", 0), 1, said),)
    desk.site.write(AdvanceJob(JOB, 0, JobStatus.FAILED, heard=heard, error=ERROR, last_successful_step="ask"))
    listed = (await desk.get("jobs?status=failed&limit=5")).json
    assert ([job["id"] for job in listed["jobs"]], listed["matched"]) == ([JOB], 1)
    assert (await desk.get("jobs?kind=component")).json == {"jobs": [], "matched": 0}
    shown = (await desk.get(f"jobs/{JOB}")).json
    assert shown["checkpoints"][0]["reply"]["text"] == "my key is [key]"
    assert shown["cost"] == {"usd": None, "tokens": 0, "calls": 0, "seconds": 0}
    assert "It is down." in shown["why"][0]
    assert (await desk.get("jobs/nobody")).refusal == (404, "job.unknown")
