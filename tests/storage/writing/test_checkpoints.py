import json

import pytest

from pipeline.chat import ModelAnswer, Usage
from pipeline.commands import ToolResult
from pipeline.failures import ErrorContext
from pipeline.replay import Key
from storage.entries import StepFailed, StepHeard, Written
from storage.errors import ConflictError
from storage.sql import execute
from tests.storage.opened import ASK, TURN, Store, advance, started

FIRST = Key("ask", 0)
REPLY = ModelAnswer(
    text="Hello",
    finish_reason="stop",
    model="m-1",
    provider="demo composer",
    usage=Usage(tokens_in=10, tokens_out=5, tokens_cached=2, estimated=True),
    ttft_ms=12.5,
    duration_ms=80.0,
)
ERROR = ErrorContext(code="model.timeout", message="it took too long")


@pytest.fixture(autouse=True)
def running(store: Store) -> None:
    store.begin()


def test_an_attempt_is_noted_with_its_command_when_it_begins(store: Store) -> None:
    store.write(advance(started=(started(FIRST),), current_step="ask"))
    (checkpoint,) = store.reader.checkpoints(TURN)
    assert (checkpoint.step, checkpoint.ordinal, checkpoint.attempt) == ("ask", 0, 1)
    assert checkpoint.digest == ASK.digest()
    assert checkpoint.started_at is not None
    assert not checkpoint.heard
    stored = execute(store.database.connection, "SELECT command FROM checkpoint").fetchone()[0]
    assert json.loads(stored) == ASK.model_dump(mode="json")


def test_a_reply_is_recorded_and_heard_again(store: Store) -> None:
    store.write(advance(started=(started(FIRST),)))
    store.write(advance(heard=(StepHeard(FIRST, 1, REPLY),), last_successful_step="ask"))
    assert store.reader.recorded(TURN) == {FIRST: REPLY}
    (checkpoint,) = store.reader.checkpoints(TURN)
    assert checkpoint.heard
    assert str(checkpoint.started_at) < str(checkpoint.finished_at)


def test_a_reply_to_an_attempt_nobody_noted_is_recorded_too(store: Store) -> None:
    store.write(advance(heard=(StepHeard(FIRST, 1, REPLY),)))
    assert store.reader.recorded(TURN) == {FIRST: REPLY}


def test_a_recorded_reply_is_never_replaced(store: Store) -> None:
    store.write(advance(heard=(StepHeard(FIRST, 1, REPLY),)))
    other = REPLY.model_copy(update={"text": "Something else"})
    error = store.refusal(advance(heard=(StepHeard(FIRST, 2, other),), current_step="act"), ConflictError)
    assert str(error) == "another reply to ask 0 of job job_turn is recorded: go on from that one"
    assert store.reader.recorded(TURN) == {FIRST: REPLY}
    assert store.reader.job(TURN).current_step is None


def test_a_failed_attempt_is_kept_and_never_heard(store: Store) -> None:
    store.write(advance(started=(started(FIRST),)))
    store.write(advance(failed=(StepFailed(FIRST, 1, ERROR),), started=(started(FIRST, 2),)))
    store.write(advance(heard=(StepHeard(FIRST, 2, REPLY),)))
    failed, heard = store.reader.checkpoints(TURN)
    assert (failed.attempt, failed.error, failed.heard) == (1, ERROR, False)
    assert (heard.attempt, heard.error, heard.heard) == (2, None, True)
    assert store.reader.recorded(TURN) == {FIRST: REPLY}


def test_a_failure_that_comes_after_the_reply_changes_nothing(store: Store) -> None:
    store.write(advance(heard=(StepHeard(FIRST, 1, REPLY),)))
    store.write(advance(failed=(StepFailed(FIRST, 1, ERROR),), started=(started(FIRST),)))
    (checkpoint,) = store.reader.checkpoints(TURN)
    assert checkpoint.heard
    assert checkpoint.error is None
    assert checkpoint.started_at is None


def test_attempts_are_counted_for_each_command(store: Store) -> None:
    other = Key("act", 1)
    store.write(advance(started=(started(FIRST), started(other))))
    store.write(advance(failed=(StepFailed(FIRST, 1, ERROR),), started=(started(FIRST, 2),)))
    tries = store.reader.tries(TURN)
    assert {key: known.begun for key, known in tries.items()} == {FIRST: 2, other: 1}
    assert (tries[FIRST].failures, tries[FIRST].under_way, tries[other].failures) == (1, True, 0)


def test_replies_side_by_side_are_recorded_alone(store: Store) -> None:
    results = {Key("act", at): ToolResult(call=f"c{at}", name="t", ok=True, content="") for at in (1, 0)}
    for key, result in results.items():
        assert store.write(advance(heard=(StepHeard(key, 1, result),))) == Written(job=TURN)
    assert store.reader.recorded(TURN) == results
