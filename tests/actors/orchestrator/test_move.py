import pytest

from actors.orchestrator.move import Move, given_up
from pipeline.ids import JobId
from pipeline.jobs import OPEN, JobStatus
from storage.entries import AdvanceJob
from tests.actors.orchestrator.talk import as_stored, error, told


def test_a_move_may_be_no_more_than_something_to_write() -> None:
    move = Move(AdvanceJob(JobId("job_1"), 1, JobStatus.RUNNING))
    assert (move.perform, move.retry_at, move.end) == ((), None, None)


@pytest.mark.parametrize("status", sorted(OPEN))
def test_an_open_job_that_cannot_be_opened_fails(status: JobStatus) -> None:
    move = given_up(as_stored(epoch=3, status=status), error())
    assert (move.advance.status, move.advance.epoch, move.advance.new_epoch) == (JobStatus.FAILED, 3, 4)
    assert (told(move), move.end) == (["job.failed"], None)
