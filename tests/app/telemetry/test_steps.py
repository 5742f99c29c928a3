from itertools import count

from app.telemetry.steps import StepEnd, Steps
from pipeline.failures import ErrorContext
from pipeline.ids import JobId
from pipeline.jobs import JobStatus
from pipeline.replay import Key
from storage.entries import AdvanceJob, Entry, Recorded, StepFailed, StepHeard, Written
from tests.pipeline.play import answer, result
from tests.storage.opened import started, tool

JOB = JobId("job_1")
ASK = Key("ask", 0)


def ends(steps: Steps, *entries: Entry, written: Written = Written()) -> list[StepEnd]:  # noqa: B008  # immutable
    return [end for entry in entries for end in steps.take(entry, written)]


def advance(**fields: object) -> AdvanceJob:
    return AdvanceJob(JOB, 1, JobStatus.RUNNING, **fields)  # type: ignore[arg-type]  # tests name the fields they mean


def test_a_step_takes_from_its_start_to_its_reply() -> None:
    steps = Steps(iter((10.0, 12.5)).__next__)
    [end] = ends(steps, advance(started=(started(ASK),)), advance(heard=(StepHeard(ASK, 1, answer("x")),)))
    assert (end.key, end.seconds, end.reply) == (ASK, 2.5, answer("x"))


def test_a_failed_attempt_ends_with_its_error_and_the_next_begins_anew() -> None:
    steps = Steps(count(1.0).__next__)
    error = ErrorContext(code="model.outage", message="down")
    begun = advance(started=(started(ASK),))
    failed = advance(failed=(StepFailed(ASK, 1, error),), started=(started(ASK, 2),))
    heard = advance(heard=(StepHeard(ASK, 2, answer("x")),))
    first, second = ends(steps, begun, failed, heard)
    assert (first.error, first.seconds) == (error, 1.0)
    assert (second.attempt, second.seconds) == (2, 1.0)


def test_a_reply_that_the_writer_made_ends_its_step_too() -> None:
    steps = Steps(iter((10.0,)).__next__)
    entry = tool()
    [end] = ends(steps, entry, written=Written(recorded=Recorded(entry.job, entry.key, result())))
    assert (end.key, end.seconds, end.reply) == (entry.key, 0.0, result())


def test_what_never_ends_is_forgotten_in_the_end() -> None:
    steps = Steps(count(0.0).__next__)
    for number in range(10_050):
        ends(steps, advance(started=(started(Key("ask", number)),)))
    [late] = ends(steps, advance(heard=(StepHeard(ASK, 1, answer("x")),)))
    assert late.seconds == 0
