"""Backoff to the millisecond: what comes after each failure, across restarts, and in a storm of a thousand."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest

from actors.messages import AttemptFailed, Perform, RunJobNow, StartJob
from actors.orchestrator.admission import Limit
from actors.orchestrator.budgets import RETRIES_PER_S
from actors.orchestrator.core import Core
from actors.orchestrator.effects import Alarm, Effect
from pipeline.failures import ErrorClass
from pipeline.jobs import JobStatus
from storage.stored import Tries
from tests.actors.orchestrator.rows import Rows
from tests.actors.orchestrator.talk import GENERATE, NOW, Hands, Talk, a_component, asked, error, moved
from tests.actors.orchestrator.test_core import Desk, performed

WAITING: dict[str, Any] = {"status": JobStatus.WAITING, "epoch": 3}
DOWN = error(error_class=ErrorClass.TRANSIENT, provider="vendor")


def fails(talk: Talk, work: Perform, error_class: ErrorClass, **fields: object) -> float | None:
    """The wait after a failure of that class, None when the job is given up."""
    context = error(error_class=error_class, **fields)
    move = moved(talk.job.told(AttemptFailed(work.job, work.epoch, work.key, work.attempt, context)))
    return None if move.retry_at is None else move.retry_at - talk.hands.now


@pytest.mark.parametrize(
    ("error_class", "waits"),
    [
        (ErrorClass.TRANSIENT, [0.25, 0.5, 1.0, 2.0, 4.0, None]),
        (ErrorClass.TIMEOUT, [0.5, 1.0, 2.0, None]),
        (ErrorClass.RATE_LIMITED, [1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0, 30.0, None]),
        (ErrorClass.INVALID_INPUT, [None]),
        (ErrorClass.BUDGET, [None]),
        (ErrorClass.POLICY, [None]),
    ],
)
def test_each_class_waits_as_its_policy_says(error_class: ErrorClass, waits: list[float | None]) -> None:
    talk, seen = a_component(), list[float | None]()
    work = talk.job.begin(take=True).perform[0]
    while not seen or seen[-1] is not None:
        seen.append(fails(talk, work, error_class))
        talk.hands.now += seen[-1] or 0.0
        work = moved(talk.job.wake()).perform[0] if seen[-1] else work
    assert seen == waits


def test_a_job_that_has_failed_for_too_long_is_given_up_though_attempts_are_left() -> None:
    talk = a_component(tries={GENERATE: Tries(1, failures=1, failing_since=NOW - 890.0)})
    work = talk.job.begin(take=True).perform[0]
    assert fails(talk, work, ErrorClass.TRANSIENT, retry_after_s=11.0) is None


def test_the_failures_before_a_restart_count_after_it() -> None:
    talk = a_component(tries={GENERATE: Tries(4, failures=4, failing_since=NOW - 10.0)})
    work = talk.job.begin(take=True).perform[0]
    assert work.attempt == 5
    assert fails(talk, work, ErrorClass.TRANSIENT) == 4.0


def test_the_deaths_before_a_restart_count_after_it() -> None:
    talk = a_component(tries={GENERATE: Tries(2, losses=2)})
    move = talk.lose(talk.job.begin(take=True).perform[0])
    assert move.advance.error is not None
    assert move.advance.error.code == "worker.crash-loop"


def test_a_restart_in_the_middle_of_a_wait_waits_for_the_rest_of_it() -> None:
    talk = a_component(tries={GENERATE: Tries(1, failures=1)}, next_retry_at=NOW + 7.5, error=DOWN, **WAITING)
    move = talk.job.begin(take=True)
    assert (move.perform, move.retry_at, move.advance.status) == ((), NOW + 7.5, JobStatus.WAITING)
    talk.hands.now = NOW + 7.5
    assert asked(moved(talk.job.wake())) == [(GENERATE, 2)]


def test_a_restart_after_a_wait_asks_at_once() -> None:
    talk = a_component(tries={GENERATE: Tries(1, failures=1)}, next_retry_at=NOW - 1.0, error=DOWN, **WAITING)
    assert asked(talk.job.begin(take=True)) == [(GENERATE, 2)]


@pytest.fixture
def storm() -> tuple[Desk, list[float]]:
    """A thousand jobs of one provider that fail in the same moment, and when each is tried again."""
    desk = Desk(hands=Hands(dice=0.0))
    desk.core = Core(desk.rows, desk.hands.chances(), {"component": Limit(1000, 1000)})
    works = [performed(desk.core.take(StartJob(desk.component(f"c{at}"))))[0] for at in range(1, 1001)]
    failed = [AttemptFailed(work.job, work.epoch, work.key, work.attempt, DOWN) for work in works]
    return desk, due(effect for message in failed for effect in desk.core.take(message))


def due(effects: Iterable[Effect]) -> list[float]:
    return [effect.at for effect in effects if isinstance(effect, Alarm)]


def test_a_storm_of_a_thousand_failures_becomes_a_steady_rate(storm: tuple[Desk, list[float]]) -> None:
    _, times = storm
    assert set(Counter(int(at - NOW) for at in times).values()) == {RETRIES_PER_S}
    assert max(times) == NOW + 1000 / RETRIES_PER_S - 1


def test_a_person_who_does_not_want_to_wait_goes_before_the_storm(storm: tuple[Desk, list[float]]) -> None:
    desk, _ = storm
    assert [work.job for work in performed(desk.core.take(RunJobNow(desk.component("c1000"))))] == ["c1000"]


def test_a_restart_in_the_middle_of_a_storm_keeps_its_rate() -> None:
    rows = Rows(known={GENERATE: Tries(1, failures=1)})
    desk = Desk(rows)
    for at in range(1, 101):
        desk.component(f"c{at}", next_retry_at=NOW - 1.0, error=DOWN, **WAITING)
    desk.core = Core(rows, desk.hands.chances(), {"component": Limit(1000, 1000)})
    effects = desk.core.take_up(known=False)
    assert len(performed(effects)) == RETRIES_PER_S
    assert set(Counter(int(at - NOW) for at in due(effects)).values()) == {RETRIES_PER_S}
