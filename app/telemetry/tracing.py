"""Spans of steps and of model calls, by the OpenTelemetry API: they go nowhere unless a provider is configured.

All of a turn is one trace: its id, and the id of each job's span, follow from the ids of the jobs, so that spans of a
job that went on after a restart still belong together.
"""

from collections.abc import Mapping
from hashlib import sha256

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.trace import NonRecordingSpan, SpanContext, SpanKind, Status, StatusCode, TraceFlags, TracerProvider

from app.telemetry.steps import StepEnd
from pipeline.ids import JobId
from storage.calls import ANSWERED, ModelCall

_NANOSECONDS = 1_000_000_000

Attributes = Mapping[str, str | int | float | bool]


class Tracing:
    """Tells of what ended to the provider."""

    def __init__(self, provider: TracerProvider) -> None:
        self._tracer = provider.get_tracer("bazaar")

    def tell(self, end: StepEnd, began_with: str) -> None:
        """A span of the step; `began_with` names the trace."""
        span = self._tracer.start_span(
            f"step {end.key.step}",
            context=_context(end.job, began_with),
            start_time=_ns(end.began),
            attributes=_of_step(end),
        )
        if end.error is not None:
            span.set_status(Status(StatusCode.ERROR, end.error.message))
            span.set_attribute("error.type", end.error.code)
        span.end(_ns(end.ended))

    def tell_call(self, job: JobId, call: ModelCall, ended: float, began_with: str) -> None:
        """A span of one call of a model, beside the step that it was for."""
        span = self._tracer.start_span(
            f"chat {call.model}",
            context=_context(job, began_with),
            kind=SpanKind.CLIENT,
            start_time=_ns(ended - call.duration_ms / 1000),
            attributes=_of_call(job, call),
        )
        if call.outcome != ANSWERED:
            span.set_status(Status(StatusCode.ERROR))
            span.set_attribute("error.type", call.outcome)
        span.end(_ns(ended))


def _context(job: JobId, began_with: str) -> Context:
    trace_id = int.from_bytes(sha256(began_with.encode()).digest()[:16], "big")
    span_id = int.from_bytes(sha256(job.encode()).digest()[:8], "big")
    parent = SpanContext(trace_id, span_id, is_remote=True, trace_flags=TraceFlags(TraceFlags.SAMPLED))
    return trace.set_span_in_context(NonRecordingSpan(parent))


def _of_step(end: StepEnd) -> Attributes:
    step, ordinal = end.key
    return {"bazaar.job": end.job, "bazaar.step": step, "bazaar.ordinal": ordinal, "bazaar.attempt": end.attempt}


def _of_call(job: JobId, call: ModelCall) -> Attributes:
    """The names of the convention for generative models; no text of anybody's is in them."""
    usage, (step, ordinal) = call.usage, call.key
    told: dict[str, str | int | float | bool] = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": call.provider,
        "gen_ai.request.model": call.model,
        "gen_ai.usage.input_tokens": usage.tokens_in,
        "gen_ai.usage.output_tokens": usage.tokens_out,
        "bazaar.job": job,
        "bazaar.step": step,
        "bazaar.ordinal": ordinal,
        "bazaar.attempt": call.attempt,
        "bazaar.usage.estimated": usage.estimated,
    }
    known = {
        "gen_ai.server.time_to_first_token": call.ttft_ms and call.ttft_ms / 1000,
        "bazaar.cost_usd": call.cost_usd,
    }
    return told | {name: value for name, value in known.items() if value is not None}


def _ns(seconds: float) -> int:
    return int(seconds * _NANOSECONDS)
