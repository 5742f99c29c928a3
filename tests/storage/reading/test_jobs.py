import pytest

from pipeline.failures import ErrorContext
from pipeline.ids import JobId
from pipeline.jobs import OPEN, JobStatus, JobView
from pipeline.replay import Key
from storage.entries import AdvanceJob
from storage.errors import NotFoundError
from storage.sql import execute
from tests.storage.opened import ANSWER, PROJECT, SCENE, TURN, Store, advance, component, message, tool


def _shown(store: Store) -> list[JobId]:
    return [job.id for job in store.reader.snapshot(PROJECT).jobs]


def test_a_job_as_people_see_it_has_its_times_in_iso(store: Store) -> None:
    store.begin()
    error = ErrorContext(code="model.timeout", message="too long")
    store.write(advance(JobStatus.WAITING, current_step="ask", next_retry_at=1_790_000_009.5, error=error))
    view = store.reader.job_view(TURN)
    assert view == JobView(
        id=TURN,
        project=PROJECT,
        kind="turn",
        status=JobStatus.WAITING,
        message=ANSWER,
        step="ask",
        next_retry_at="2026-09-21T14:13:29.500Z",
        error=error,
        created_at="2026-09-21T14:13:22.000Z",
    )


def test_open_jobs_are_listed_oldest_first(store: Store) -> None:
    first = store.begin_scene()
    store.write(message("next", suffix="_0"))
    store.write(AdvanceJob(first, 1, JobStatus.FAILED))
    assert store.reader.open_jobs() == [TURN, JobId("job_turn_0")]


@pytest.mark.parametrize("status", JobStatus)
def test_a_job_is_listed_exactly_while_it_is_open(store: Store, status: JobStatus) -> None:
    store.begin()
    execute(store.database.connection, "UPDATE job SET status = ?", status.value)
    assert store.reader.open_jobs() == ([TURN] if status in OPEN else [])


def test_an_unknown_job_is_not_found(store: Store) -> None:
    with pytest.raises(NotFoundError, match="there is no job job_x"):
        store.reader.job(JobId("job_x"))


def test_a_project_shows_the_latest_job_of_each_scene_in_a_turn_and_of_each_message(store: Store) -> None:
    first = store.begin_scene()
    store.write(AdvanceJob(first, 1, JobStatus.COMPLETED))
    (second,) = store.write(tool(key=Key("act", 1), jobs=(component(SCENE, "orange"),))).new_jobs
    store.write(AdvanceJob(second, 0, JobStatus.CANCELLED))
    store.write(advance(JobStatus.COMPLETED))
    assert _shown(store) == [TURN, second]


def test_what_an_earlier_turn_did_to_a_scene_stays_shown(store: Store) -> None:
    first = store.begin_scene()
    store.write(AdvanceJob(first, 1, JobStatus.COMPLETED))
    store.write(advance(JobStatus.COMPLETED))
    later = JobId(f"{TURN}_2")
    store.write(message("orange", suffix="_2"))
    store.write(AdvanceJob(later, 0, JobStatus.RUNNING))
    (second,) = store.write(tool(job=later, epoch=0, jobs=(component(SCENE, "orange"),))).new_jobs
    store.write(AdvanceJob(second, 0, JobStatus.CANCELLED))
    assert _shown(store) == [TURN, first, later, second]


def test_an_open_job_is_shown_even_when_a_newer_one_is_there(store: Store) -> None:
    first = store.begin_scene()
    (second,) = store.write(tool(key=Key("act", 1), jobs=(component(SCENE),))).new_jobs
    assert _shown(store) == [TURN, first, second]


def test_open_jobs_are_read_at_once_and_one_that_cannot_be_read_is_left_out(store: Store) -> None:
    store.begin()
    store.write(message(suffix="_2"))
    assert store.reader.readable_jobs() == {job: store.reader.job(job) for job in store.reader.open_jobs()}
    execute(store.database.connection, "UPDATE job SET error = '{half' WHERE id = ?", TURN)
    assert list(store.reader.readable_jobs()) == [JobId(f"{TURN}_2")]
