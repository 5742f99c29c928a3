from pipeline.jobs import OPEN, Allowance, JobStatus, is_legal

ENDED = set(JobStatus) - OPEN


def test_every_open_job_can_fail_or_be_cancelled() -> None:
    assert all(is_legal(status, end) for status in OPEN for end in (JobStatus.FAILED, JobStatus.CANCELLED))


def test_a_completed_job_stays_completed() -> None:
    assert not any(is_legal(JobStatus.COMPLETED, other) for other in set(JobStatus) - {JobStatus.COMPLETED})


def test_a_stopped_job_goes_on_only_by_running() -> None:
    assert {other for other in JobStatus if is_legal(JobStatus.FAILED, other)} == {JobStatus.RUNNING}


def test_a_job_is_not_completed_before_it_ran() -> None:
    assert not is_legal(JobStatus.QUEUED, JobStatus.COMPLETED)
    assert not is_legal(JobStatus.WAITING, JobStatus.COMPLETED)


def test_a_project_that_had_many_repairs_in_a_day_is_allowed_fewer() -> None:
    assert [Allowance().within(repairs).repairs for repairs in (0, 57, 58, 60, 999)] == [3, 3, 2, 0, 0]


def test_a_resume_raises_every_allowance() -> None:
    assert Allowance().raised() == Allowance(repairs=5, insisted=3, rounds=12, grants=2)
