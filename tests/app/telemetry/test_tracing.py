import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind

from app.telemetry.steps import StepEnd
from app.telemetry.tracing import Tracing
from pipeline.failures import ErrorContext
from pipeline.ids import JobId
from pipeline.replay import Key
from tests.app.telemetry.calls import a_call

KEY = Key("ask", 0)


@pytest.fixture
def exported() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def tracing(exported: InMemorySpanExporter) -> Tracing:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exported))
    return Tracing(provider)


def test_a_model_call_is_a_span_under_the_names_of_the_convention(
    tracing: Tracing, exported: InMemorySpanExporter
) -> None:
    tracing.tell_call(JobId("j"), a_call(cost_usd=0.5), 12.0, "turn")
    [call] = exported.get_finished_spans()
    assert (call.name, call.kind) == ("chat m", SpanKind.CLIENT)
    assert dict(call.attributes or {}) == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "p",
        "gen_ai.request.model": "m",
        "gen_ai.usage.input_tokens": 7,
        "gen_ai.usage.output_tokens": 5,
        "gen_ai.server.time_to_first_token": 0.1,
        "bazaar.job": "j",
        "bazaar.step": "ask",
        "bazaar.ordinal": 0,
        "bazaar.attempt": 2,
        "bazaar.usage.estimated": False,
        "bazaar.cost_usd": 0.5,
    }
    assert (call.start_time, call.end_time) == (11_500_000_000, 12_000_000_000)


def test_a_call_that_was_not_answered_is_an_error_and_knows_no_cost(
    tracing: Tracing, exported: InMemorySpanExporter
) -> None:
    tracing.tell_call(JobId("j"), a_call(outcome="model.outage", ttft_ms=None), 12.0, "turn")
    [call] = exported.get_finished_spans()
    assert not call.status.is_ok
    assert dict(call.attributes or {})["error.type"] == "model.outage"
    assert "bazaar.cost_usd" not in (call.attributes or {})


def test_everything_of_a_turn_is_one_trace_also_after_a_restart(
    exported: InMemorySpanExporter, tracing: Tracing
) -> None:
    tracing.tell(StepEnd(JobId("turn"), KEY, 1, 1.0, 2.0), "turn")
    later = TracerProvider()
    later.add_span_processor(SimpleSpanProcessor(exported))
    Tracing(later).tell(StepEnd(JobId("component"), Key("build", 0), 1, 3.0, 4.0), "turn")
    tracing.tell(StepEnd(JobId("other"), KEY, 1, 1.0, 2.0), "other")
    first, second, other = (span.context.trace_id for span in exported.get_finished_spans() if span.context)
    assert first == second != other


def test_a_failed_attempt_is_an_error_by_its_code(tracing: Tracing, exported: InMemorySpanExporter) -> None:
    error = ErrorContext(code="model.outage", message="it is down")
    tracing.tell(StepEnd(JobId("j"), KEY, 1, 1.0, 2.0, error=error), "j")
    [span] = exported.get_finished_spans()
    assert (span.status.is_ok, span.status.description) == (False, "it is down")
    assert dict(span.attributes or {})["error.type"] == "model.outage"
