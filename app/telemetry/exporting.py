"""Where spans go: to the provider of the process, or to an OTLP endpoint where the SDK is installed; else nowhere."""

import logging
from importlib import import_module

from opentelemetry import trace
from opentelemetry.trace import ProxyTracerProvider, TracerProvider

logger = logging.getLogger(__name__)

_PACKAGES = "opentelemetry-sdk and opentelemetry-exporter-otlp-proto-http"


def provider_for(endpoint: str | None) -> TracerProvider | None:
    """The provider of this process, one for the endpoint, or None where nobody wants spans."""
    known = trace.get_tracer_provider()
    if not isinstance(known, ProxyTracerProvider):
        return known
    return _exporting() if endpoint else None


def _exporting() -> TracerProvider | None:
    """A provider that exports in batches; the SDK reads the endpoint and its headers as its own documents say."""
    try:
        sdk, export = import_module("opentelemetry.sdk.trace"), import_module("opentelemetry.sdk.trace.export")
        otlp = import_module("opentelemetry.exporter.otlp.proto.http.trace_exporter")
    except ImportError:
        logger.warning("no spans are exported: install %s into .venv, or unset the endpoint", _PACKAGES)
        return None
    provider: TracerProvider = sdk.TracerProvider()
    provider.add_span_processor(export.BatchSpanProcessor(otlp.OTLPSpanExporter()))  # type: ignore[attr-defined]  # the SDK's
    return provider
