from actors.orchestrator.move import Move
from pipeline.ids import JobId
from pipeline.jobs import JobStatus
from storage.entries import AdvanceJob


def test_a_move_may_be_no_more_than_something_to_write() -> None:
    move = Move(AdvanceJob(JobId("job_1"), 1, JobStatus.RUNNING))
    assert (move.perform, move.retry_at, move.end) == ((), None, None)
