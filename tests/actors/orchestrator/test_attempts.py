from pipeline.events import JobFailed, JobRetryScheduled, MessageComplete
from pipeline.jobs import JobStatus
from storage.timestamps import iso
from tests.actors.orchestrator.talk import (
    ACT_1,
    ACT_2,
    ANSWER,
    ASK,
    GENERATE,
    NOW,
    RECALL,
    RECOLLECTION,
    TWO_CALLS,
    a_component,
    a_turn,
    a_turn_that_acts,
    asked,
    moved,
    told,
)
from tests.pipeline.play import result


def test_a_passing_failure_waits_half_a_second_times_chance_and_doubles() -> None:
    talk = a_component()
    work, waits = talk.job.begin(take=True).perform[0], []
    for _ in range(4):
        move = talk.fail(work)
        waits.append((move.retry_at or 0.0) - talk.hands.now)
        assert (move.advance.status, move.advance.next_retry_at) == (JobStatus.WAITING, move.retry_at)
        talk.hands.now = move.retry_at or 0.0
        work = moved(talk.job.wake()).perform[0]
    assert waits == [0.25, 0.5, 1.0, 2.0]
    assert work.attempt == 5


def test_a_retry_is_told_with_its_time_and_counted() -> None:
    talk = a_component()
    move = talk.fail(talk.job.begin(take=True).perform[0])
    scheduled = move.advance.events[-1]
    assert isinstance(scheduled, JobRetryScheduled)
    assert (scheduled.next_retry_at, scheduled.attempt, scheduled.step) == (iso(NOW + 0.25), 1, "generate")
    assert (move.advance.retry_count, [one.attempt for one in move.advance.failed]) == (1, [1])


def test_nothing_is_asked_before_it_is_due() -> None:
    talk = a_component()
    talk.fail(talk.job.begin(take=True).perform[0])
    talk.hands.now += 0.249
    assert talk.job.wake() is None
    assert talk.job.retry_at == NOW + 0.25
    talk.hands.now = NOW + 0.25
    assert asked(moved(talk.job.wake())) == [(GENERATE, 2)]


def test_a_server_that_says_how_long_to_wait_is_heeded() -> None:
    talk = a_component()
    move = talk.fail(talk.job.begin(take=True).perform[0], retry_after_s=17.0)
    assert move.retry_at == NOW + 17.0


def test_a_wait_that_is_too_long_fails_the_job() -> None:
    talk = a_component()
    move = talk.fail(talk.job.begin(take=True).perform[0], retry_after_s=3600.0)
    assert move.advance.status is JobStatus.FAILED


def test_the_sixth_failure_of_a_step_fails_the_job() -> None:
    talk = a_component()
    move = talk.job.begin(take=True)
    for _ in range(5):
        talk.hands.now = talk.fail(move.perform[0]).retry_at or 0.0
        move = moved(talk.job.wake())
    assert talk.fail(move.perform[0]).advance.status is JobStatus.FAILED


def test_a_permanent_failure_fails_at_once_and_ends_the_message_as_far_as_it_came() -> None:
    talk = a_turn({RECALL: RECOLLECTION, ASK: TWO_CALLS, ACT_1: result(1), ACT_2: result(2)})
    move = talk.fail(talk.job.begin(take=True).perform[0], passing=False)
    message, failed = move.advance.events
    assert isinstance(message, MessageComplete)
    assert (message.message, message.content, message.final) == (ANSWER, "Let me see.", True)
    assert isinstance(failed, JobFailed)
    assert (failed.step, failed.error.code) == ("ask", "model.outage")
    assert talk.job.over


def test_a_failure_beside_work_in_flight_waits_for_that_work() -> None:
    talk = a_turn_that_acts()
    first, second = talk.job.begin(take=True).perform
    failed = talk.fail(first, passing=False)
    assert (failed.advance.status, told(failed)) == (JobStatus.RUNNING, [])
    end = talk.hear(second, result(2))
    assert [one.key for one in end.advance.heard] == [ACT_2]
    assert end.advance.status is JobStatus.FAILED
    assert told(end)[-1] == "job.failed"


def test_a_job_that_is_about_to_fail_asks_nothing_more() -> None:
    talk = a_turn_that_acts()
    first, second = talk.job.begin(take=True).perform
    talk.fail(first, passing=False)
    end = talk.fail(second)
    assert (end.advance.status, end.perform, end.retry_at) == (JobStatus.FAILED, (), None)
    assert end.advance.error is not None
    assert end.advance.error.step == "act"


def test_what_waits_is_not_asked_again_once_another_command_has_failed_for_good() -> None:
    talk = a_turn_that_acts()
    first, second = talk.job.begin(take=True).perform
    retry_at = talk.fail(first).retry_at or 0.0
    end = talk.fail(second, passing=False)
    talk.hands.now = retry_at
    assert end.advance.status is JobStatus.FAILED
    assert talk.job.wake() is None


def test_lost_work_beside_a_failure_is_not_asked_again() -> None:
    talk = a_turn_that_acts()
    first, second = talk.job.begin(take=True).perform
    talk.fail(first, passing=False)
    end = talk.lose(second)
    assert (end.advance.status, end.perform) == (JobStatus.FAILED, ())
    assert end.advance.error is not None
    assert end.advance.error.code == "model.outage"


def test_lost_work_is_asked_again_at_once_as_the_next_attempt() -> None:
    talk = a_component()
    move = talk.lose(talk.job.begin(take=True).perform[0])
    assert asked(move) == [(GENERATE, 2)]
    assert [one.error.code for one in move.advance.failed] == ["worker.crashed"]
    assert (move.advance.status, move.advance.retry_count) == (JobStatus.RUNNING, 1)


def test_three_deaths_on_one_step_fail_the_job_with_the_evidence() -> None:
    talk = a_component()
    move = talk.job.begin(take=True)
    for _ in range(3):
        move = talk.lose(move.perform[0]) if move.perform else move
    assert move.advance.status is JobStatus.FAILED
    assert move.advance.error is not None
    assert (move.advance.error.code, move.advance.error.traceback) == ("worker.crash-loop", "it died")
