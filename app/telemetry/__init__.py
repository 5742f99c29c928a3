"""What is watched from outside: metrics for Prometheus, spans for OpenTelemetry; both follow from what is stored."""
