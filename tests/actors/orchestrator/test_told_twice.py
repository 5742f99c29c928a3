"""What is told a second time, because the store was silent at the first, ends no attempt that has begun since."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from actors.messages import AttemptFailed, Perform, RetryDue, StartJob, WorkLost
from actors.orchestrator.attempts import MOST_LOSSES
from pipeline.failures import ErrorClass
from pipeline.jobs import JobStatus
from storage.errors import StoreUnavailableError
from tests.actors.orchestrator.talk import a_component, error
from tests.actors.orchestrator.test_core import Desk, performed, written

DOWN = error(error_class=ErrorClass.TRANSIENT, provider="vendor")


def failed(work: Perform) -> AttemptFailed:
    return AttemptFailed(work.job, work.epoch, work.key, work.attempt, DOWN)


def lost(work: Perform) -> WorkLost:
    return WorkLost(work, "it died")


@pytest.mark.parametrize("ending", [failed, lost])
def test_the_end_of_an_earlier_attempt_is_not_that_of_the_one_under_way(
    ending: Callable[[Perform], AttemptFailed | WorkLost],
) -> None:
    talk = a_component()
    first = talk.job.begin(take=True).perform[0]
    talk.job.told(ending(first))
    talk.hands.now += 60.0
    talk.job.wake()
    assert talk.job.told(ending(first)) is None
    assert (talk.job.rests, talk.job.retry_at) == (False, None)
    assert talk.job.told(ending(replace(first, attempt=2))) is not None


def test_one_death_of_a_worker_is_counted_once_however_often_a_silent_store_has_it_told() -> None:
    desk = Desk()
    [work] = performed(desk.core.take(StartJob(desk.component("c1"))))
    desk.rows.fault = StoreUnavailableError("no disk")
    with pytest.raises(StoreUnavailableError):
        desk.core.take(StartJob(desk.component("c2")))
    for _ in range(MOST_LOSSES):
        with pytest.raises(StoreUnavailableError):
            desk.core.take(lost(work))
    desk.rows.fault = None
    moves = [entry for entry in written(desk.core.take(lost(work))) if entry.job == work.job]
    assert [(move.status, len(move.failed), [one.attempt for one in move.started]) for move in moves] == [
        (JobStatus.RUNNING, 1, [2])
    ]


def test_a_job_whose_failure_is_told_again_after_its_retry_began_is_still_at_work() -> None:
    desk = Desk()
    [work] = performed(desk.core.take(StartJob(desk.component("c1"))))
    desk.core.take(failed(work))
    desk.hands.now += 60.0
    assert performed(desk.core.take(RetryDue(work.job, work.epoch)))
    assert desk.start(desk.component("c2")) == ["c2"]
    desk.core.take(failed(work))
    assert desk.start(desk.component("c3")) == []
