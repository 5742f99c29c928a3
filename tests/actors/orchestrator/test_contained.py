import pytest

from actors.orchestrator.contained import Contained
from pipeline.ids import JobId
from storage.errors import NotFoundError, StoreUnavailableError

JOB = JobId("job_1")


def test_a_fault_ends_its_job_and_goes_no_further() -> None:
    ended: list[tuple[JobId, str]] = []
    with Contained(JOB, lambda job, error: ended.append((job, str(error)))):
        raise RuntimeError("a bug")
    assert ended == [(JOB, "a bug")]


def test_of_a_job_that_does_not_exist_nothing_ends() -> None:
    ended: list[JobId] = []
    with Contained(JOB, lambda job, _: ended.append(job)):
        raise NotFoundError
    assert ended == []


@pytest.mark.parametrize("error", [StoreUnavailableError, KeyboardInterrupt])
def test_a_silent_store_and_the_end_of_the_process_are_no_jobs_fault(error: type[BaseException]) -> None:
    ended: list[JobId] = []
    with pytest.raises(error), Contained(JOB, lambda job, _: ended.append(job)):
        raise error
    assert ended == []
