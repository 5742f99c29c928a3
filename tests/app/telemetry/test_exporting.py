import logging

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider

from app.telemetry.exporting import provider_for


def test_nobody_who_wants_spans_gets_none() -> None:
    assert provider_for(None) is None


def test_an_endpoint_without_its_exporter_is_said_once_and_does_no_harm(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert provider_for("http://127.0.0.1:4318") is None
    assert "opentelemetry-exporter-otlp-proto-http" in caplog.text


def test_a_provider_of_the_process_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    provider = TracerProvider()
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: provider)
    assert provider_for(None) is provider
