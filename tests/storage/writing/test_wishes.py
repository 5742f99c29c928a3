import pytest

from pipeline.ids import JobId
from pipeline.jobs import OPEN, RESUMABLE, JobStatus, Wish
from storage.entries import WishJob
from storage.errors import IllegalTransitionError, NotFoundError
from storage.sql import execute
from tests.storage.opened import TURN, Store, advance


@pytest.mark.parametrize(("wish", "fitting"), [("cancel", OPEN), ("resume", RESUMABLE)])
@pytest.mark.parametrize("status", JobStatus)
def test_a_wish_is_kept_exactly_where_it_has_something_to_do(
    store: Store, wish: Wish, fitting: frozenset[JobStatus], status: JobStatus
) -> None:
    store.begin()
    execute(store.database.connection, "UPDATE job SET status = ?", status.value)
    if status in fitting:
        assert store.write(WishJob(TURN, wish)).job == TURN
        assert store.reader.job(TURN).wish == wish
    else:
        assert str(store.refusal(WishJob(TURN, wish), IllegalTransitionError)).startswith(f"job job_turn is {status};")
        assert store.reader.job(TURN).wish is None


def test_nothing_is_wished_of_a_job_that_does_not_exist(store: Store) -> None:
    store.refusal(WishJob(JobId("job_x"), "cancel"), NotFoundError)


def test_a_job_that_shall_go_on_is_listed_though_it_is_not_open(store: Store) -> None:
    store.begin()
    store.write(advance(JobStatus.FAILED))
    store.write(WishJob(TURN, "resume"))
    assert store.reader.open_jobs() == [TURN]


def test_a_wish_to_cancel_stays_until_the_job_has_ended(store: Store) -> None:
    store.begin()
    store.write(WishJob(TURN, "cancel"))
    store.write(advance(JobStatus.WAITING))
    assert store.reader.job(TURN).wish == "cancel"
    store.write(advance(JobStatus.CANCELLED))
    assert store.reader.job(TURN).wish is None


def test_a_wish_to_go_on_stays_until_the_job_is_open_again(store: Store) -> None:
    store.begin()
    store.write(advance(JobStatus.FAILED))
    store.write(WishJob(TURN, "resume"))
    store.write(advance(new_epoch=2))
    assert store.reader.job(TURN).wish is None


def test_looking_for_what_to_work_on_reads_no_job_that_is_over(store: Store) -> None:
    store.begin()
    query = "SELECT id FROM job WHERE (status IN ('queued', 'running', 'waiting') OR wish IS NOT NULL) ORDER BY number"
    plan = [row[3] for row in execute(store.database.connection, f"EXPLAIN QUERY PLAN {query}").fetchall()]
    assert plan == ["SCAN job USING INDEX job_to_do"]
