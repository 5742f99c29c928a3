import pytest

from actors.runtime import ActorSystem
from app.telemetry.metrics import Metrics, Sources
from app.telemetry.steps import StepEnd
from pipeline.failures import ErrorContext
from pipeline.ids import JobId
from pipeline.replay import Key
from tests.app.telemetry.calls import a_call
from tests.pipeline.play import answer

KEY = Key("ask", 0)


@pytest.fixture
def metrics() -> Metrics:
    system = ActorSystem()
    system.address("journal")
    return Metrics(Sources(lambda: [("turn", "failed", 2)], system.statistics, lambda: 3))


def lines(metrics: Metrics) -> set[str]:
    return set(metrics.text().decode().splitlines())


def test_figures_of_the_moment_are_asked_for_when_somebody_asks(metrics: Metrics) -> None:
    assert {
        'bazaar_jobs{kind="turn",status="failed"} 2.0',
        'bazaar_mailbox_waiting{address="journal"} 0.0',
        "bazaar_sse_clients 3.0",
        "bazaar_dead_letters 0.0",
    } <= lines(metrics)


def test_a_step_counts_its_time(metrics: Metrics) -> None:
    metrics.count_step(StepEnd(JobId("j"), KEY, 1, 10.0, 12.0, reply=answer("x")))
    counted = {'bazaar_step_seconds_count{step="ask"} 1.0', 'bazaar_step_seconds_sum{step="ask"} 2.0'}
    assert counted <= lines(metrics)


def test_a_model_call_counts_its_tokens_and_its_cost_where_it_is_known(metrics: Metrics) -> None:
    metrics.count_call(a_call(cost_usd=0.5))
    metrics.count_call(a_call(cost_usd=None, outcome="model.outage"))
    assert {
        'bazaar_model_calls_total{model="m",outcome="answered",provider="p"} 1.0',
        'bazaar_model_calls_total{model="m",outcome="model.outage",provider="p"} 1.0',
        'bazaar_model_tokens_total{kind="in",model="m",provider="p"} 14.0',
        'bazaar_model_tokens_total{kind="out",model="m",provider="p"} 10.0',
        'bazaar_model_cost_usd_total{model="m",provider="p"} 0.5',
    } <= lines(metrics)


def test_an_attempt_that_failed_is_counted_by_its_code(metrics: Metrics) -> None:
    error = ErrorContext(code="model.outage", message="down")
    metrics.count_step(StepEnd(JobId("j"), KEY, 1, 10.0, 12.0, error=error))
    assert 'bazaar_attempts_failed_total{code="model.outage",step="ask"} 1.0' in lines(metrics)
    assert 'bazaar_step_seconds_count{step="ask"} 1.0' not in lines(metrics)
