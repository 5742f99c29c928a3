from pipeline.ids import JobId
from pipeline.jobs import JobStatus
from storage.entries import AdvanceJob, Written
from storage.errors import NotFoundError, StaleOwnerError
from tests.storage.opened import SCENE, TURN, Store, advance, plan, publish


def test_a_result_of_an_older_epoch_is_refused(store: Store) -> None:
    store.begin()
    store.write(advance(new_epoch=2))
    error = store.refusal(advance(current_step="ask"), StaleOwnerError)
    assert str(error) == "job job_turn is at epoch 2, this comes from epoch 1: its result is not taken"
    assert store.write(advance(epoch=2, current_step="ask")) == Written(job=TURN)


def test_an_older_owner_neither_applies_tools_nor_publishes(store: Store) -> None:
    job = store.begin_scene()
    store.write(AdvanceJob(job, 1, JobStatus.RUNNING, new_epoch=2))
    store.write(advance(new_epoch=2))
    store.refusal(publish(job), StaleOwnerError)
    store.refusal(plan(SCENE), StaleOwnerError)


def test_an_ended_job_takes_nothing_that_was_still_on_its_way(store: Store) -> None:
    store.begin()
    store.write(advance(JobStatus.CANCELLED))
    error = store.refusal(plan(SCENE), StaleOwnerError)
    assert str(error) == "job job_turn is cancelled: what was still on its way is not taken"
    assert store.count("scene") == 0


def test_an_unknown_job_is_not_found(store: Store) -> None:
    error = store.refusal(AdvanceJob(JobId("job_x"), 0, JobStatus.RUNNING), NotFoundError)
    assert str(error) == "there is no job job_x"
