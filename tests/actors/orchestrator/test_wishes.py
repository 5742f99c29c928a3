"""What a person wants of a job is heeded though whoever was told of it is gone."""

from pathlib import Path

import pytest

from actors.messages import JOURNAL, ORCHESTRATOR, CancelJob
from pipeline.ids import JobId
from pipeline.jobs import JobStatus
from pipeline.replay import Key
from pipeline.resuming import Resumption
from pipeline.value import Value
from storage.errors import DefinitionMismatchError
from storage.reader import Reader
from storage.wishes import ResumeJob, WishJob
from tests.actors.edges import PATIENCE_S, planned
from tests.actors.house import House
from tests.actors.orchestrator.talk import error


def failed(house: House) -> JobId:
    """A turn that failed at its first question; from now on the model answers."""
    house.model.script = lambda _: error()
    job = house.say("teaser")
    house.until("job.failed", job=job)
    house.model.script = planned
    return job


@pytest.mark.parametrize("name", [ORCHESTRATOR, JOURNAL])
def test_a_job_is_cancelled_though_nobody_heard_of_it_but_the_store(house: House, name: str) -> None:
    house.model.holds = True
    job = house.say("teaser")
    house.model.asked.get(timeout=PATIENCE_S)
    house.write(WishJob(job, "cancel"))
    house.kill(name)
    house.until("job.cancelled", job=job)
    assert (house.reader.job(job).status, house.reader.job(job).wish) == (JobStatus.CANCELLED, None)


@pytest.mark.parametrize("name", [ORCHESTRATOR, JOURNAL])
def test_a_job_goes_on_though_nobody_heard_of_it_but_the_store(house: House, name: str) -> None:
    job = failed(house)
    house.write(ResumeJob(job, Resumption()))
    house.kill(name)
    house.until("job.complete", job=job)
    assert house.names(job).count("job.resumed") == 1


def test_wishes_outlive_the_process(tmp_path: Path) -> None:
    before = House(tmp_path)
    before.begin()
    resumed = failed(before)
    before.model.holds = True
    cancelled = before.say("other")
    while before.model.asked.get(timeout=PATIENCE_S).job != cancelled:
        pass
    before.write(ResumeJob(resumed, Resumption()))
    before.write(WishJob(cancelled, "cancel"))
    before.close()
    after = House(tmp_path)
    after.until("job.cancelled", job=cancelled)
    after.until("job.complete", job=resumed)
    assert after.reader.job(cancelled).wish is None
    after.close()


def test_cancelling_twice_is_cancelling_once(house: House) -> None:
    house.model.holds = True
    job = house.say("teaser")
    house.model.asked.get(timeout=PATIENCE_S)
    house.writer.flows.clear()
    house.tell(CancelJob(job))
    house.tell(CancelJob(job))
    house.writer.flows.set()
    house.until("job.cancelled", job=job)
    house.model.holds = False
    house.say("following")
    house.finish(3)
    assert house.names(job).count("job.cancelled") == 1


class Tearing(Reader):
    """A store whose checkpoints cannot be read any more."""

    def recorded(self, job: JobId) -> dict[Key, Value]:
        if "teaser" in job:
            raise DefinitionMismatchError
        return super().recorded(job)


@pytest.mark.parametrize("status", ["failed", "cancelled"])
def test_a_job_that_cannot_go_on_says_so_and_is_not_tried_for_ever(tmp_path: Path, status: str) -> None:
    house = House(tmp_path, reader=Tearing)
    house.begin()
    job = house.leave("teaser")
    house.until("job.failed", job=job)
    house.database.connection.execute_sql("UPDATE job SET status = ?", (status,))  # type: ignore[no-untyped-call]
    house.resume(job)
    house.until("job.failed", job=job)
    assert house.reader.job(job).status is JobStatus.FAILED
    house.close()
