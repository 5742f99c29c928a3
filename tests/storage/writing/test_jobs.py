import pytest

from pipeline.events import ComponentBuildStart, JobComplete
from pipeline.failures import ErrorContext
from pipeline.jobs import OPEN, JobStatus, is_legal
from pipeline.replay import Key
from storage.entries import AdvanceJob
from storage.errors import IllegalTransitionError
from storage.sql import execute
from tests.storage.opened import SCENE, TURN, Store, advance, started

ERROR = ErrorContext(code="model.refused", message="no", advice="try", user_can_act=True)


@pytest.mark.parametrize("old", JobStatus)
def test_exactly_the_legal_transitions_are_written(store: Store, old: JobStatus) -> None:
    store.begin()
    for new in JobStatus:
        execute(store.database.connection, "UPDATE job SET status = ?", old.value)
        if is_legal(old, new):
            store.write(advance(new))
            assert store.reader.job(TURN).status is new
        else:
            error = store.refusal(advance(new), IllegalTransitionError)
            assert str(error) == f"job job_turn is {old} and cannot become {new}"
            assert store.reader.job(TURN).status is old


def test_a_decision_is_written_in_one_piece(store: Store) -> None:
    store.begin()
    store.write(
        advance(
            JobStatus.WAITING,
            current_step="ask",
            last_successful_step="act",
            retry_count=2,
            next_retry_at=1_790_000_100.0,
            error=ERROR,
            started=(started(Key("ask", 0), 3),),
        )
    )
    job = store.reader.job(TURN)
    assert (job.status, job.current_step, job.last_successful_step) == (JobStatus.WAITING, "ask", "act")
    assert (job.retry_count, job.attempt, job.next_retry_at, job.error) == (2, 3, 1_790_000_100.0, ERROR)


def test_what_is_not_said_stays_but_step_retry_and_error_are_always_written(store: Store) -> None:
    store.begin()
    store.write(
        advance(
            current_step="ask",
            last_successful_step="ask",
            retry_count=2,
            next_retry_at=1.0,
            error=ERROR,
            result={"a": 1},
        )
    )
    store.write(advance())
    job = store.reader.job(TURN)
    assert (job.last_successful_step, job.retry_count, job.result) == ("ask", 2, {"a": 1})
    assert (job.current_step, job.next_retry_at, job.error) == (None, None, None)


@pytest.mark.parametrize("end", sorted(set(JobStatus) - OPEN))
def test_an_end_has_a_time_and_a_resume_takes_it_away(store: Store, end: JobStatus) -> None:
    store.begin()
    store.write(advance(end, events=(JobComplete(),), result={"scenes": 3}))
    job = store.reader.job(TURN)
    assert job.finished_at == job.updated_at > job.created_at
    assert job.result == {"scenes": 3}
    if end is not JobStatus.COMPLETED:
        store.write(advance(new_epoch=2))
        assert store.reader.job(TURN).finished_at is None


def test_the_percentage_follows_the_events_and_ends_at_a_hundred(store: Store) -> None:
    job = store.begin_scene()
    store.write(AdvanceJob(job, 1, JobStatus.RUNNING, events=(ComponentBuildStart(scene=SCENE, percent=40),)))
    store.write(AdvanceJob(job, 1, JobStatus.RUNNING))
    assert store.reader.job_view(job).percent == 40
    store.write(AdvanceJob(job, 1, JobStatus.COMPLETED))
    assert store.reader.job_view(job).percent == 100


def test_a_job_that_has_ended_does_not_end_again(store: Store) -> None:
    store.begin()
    store.write(advance(JobStatus.COMPLETED, new_epoch=2, events=(JobComplete(),)))
    again = AdvanceJob(TURN, 2, JobStatus.COMPLETED, new_epoch=3, events=(JobComplete(),))
    assert "cannot become completed" in str(store.refusal(again, IllegalTransitionError))
