import pytest

from pipeline.ids import JobId
from pipeline.jobs import OPEN, JobStatus
from storage.errors import CommandRefusedError, IllegalTransitionError, NotFoundError
from storage.sql import execute
from storage.wishes import HurryJob, PutJobFirst, WishJob
from tests.storage.opened import START, TURN, Store, advance, message


@pytest.mark.parametrize("status", JobStatus)
def test_a_wish_is_kept_exactly_where_it_has_something_to_do(store: Store, status: JobStatus) -> None:
    store.begin()
    execute(store.database.connection, "UPDATE job SET status = ?", status.value)
    wish = WishJob(TURN, "cancel")
    if status in OPEN:
        assert store.write(wish).job == TURN
        assert store.reader.job(TURN).wish == "cancel"
    else:
        assert str(store.refusal(wish, IllegalTransitionError)).startswith(f"job job_turn is {status};")
        assert store.reader.job(TURN).wish is None


def test_nothing_is_wished_of_a_job_that_does_not_exist(store: Store) -> None:
    store.refusal(WishJob(JobId("job_x"), "cancel"), NotFoundError)


def test_a_wish_to_cancel_stays_until_the_job_has_ended(store: Store) -> None:
    store.begin()
    store.write(WishJob(TURN, "cancel"))
    store.write(advance(JobStatus.WAITING))
    assert store.reader.job(TURN).wish == "cancel"
    store.write(advance(JobStatus.CANCELLED))
    assert store.reader.job(TURN).wish is None


def test_looking_for_what_to_work_on_reads_no_job_that_is_over(store: Store) -> None:
    store.begin()
    query = "SELECT id FROM job WHERE (status IN ('queued', 'running', 'waiting') OR wish IS NOT NULL) ORDER BY number"
    plan = [row[3] for row in execute(store.database.connection, f"EXPLAIN QUERY PLAN {query}").fetchall()]
    assert plan == ["SCAN job USING INDEX job_to_do"]


def test_a_wait_that_is_cut_is_over_now_and_stays_over(store: Store) -> None:
    store.begin()
    store.write(advance(JobStatus.WAITING, next_retry_at=START + 3600.0))
    for _ in range(2):
        store.write(HurryJob(TURN))
    assert store.reader.job(TURN).next_retry_at == START + 5  # when it was written first


def test_what_is_put_first_goes_before_all_that_were_put_first_before(store: Store) -> None:
    store.begin()
    store.write(message(suffix="_2"))
    for job in (TURN, JobId(f"{TURN}_2")):
        store.write(PutJobFirst(job))
    assert [store.reader.job(job).priority for job in (TURN, JobId(f"{TURN}_2"))] == [1, 2]


@pytest.mark.parametrize("wish", [HurryJob(TURN), PutJobFirst(TURN)])
def test_a_job_that_has_ended_waits_for_nothing(store: Store, wish: HurryJob | PutJobFirst) -> None:
    store.begin()
    store.write(advance(JobStatus.FAILED))
    assert store.refusal(wish, CommandRefusedError).code == "job.not-open"
