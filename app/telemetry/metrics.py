"""The figures at /metrics: what was counted since the start, and what is true at the moment of asking."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from actors.runtime.statistics import SystemStatistics
from app.telemetry.steps import StepEnd
from storage.calls import ModelCall

_SECONDS = (0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300)

JobCounts = Sequence[tuple[str, str, int]]
"""Kind, status, how many."""


@dataclass(frozen=True)
class Sources:
    """Where the figures of the moment come from; each is asked when somebody asks for the metrics."""

    jobs: Callable[[], JobCounts]
    system: Callable[[], SystemStatistics]
    clients: Callable[[], int]


class Metrics:
    """Prometheus's text format; counters begin at 0 with the process, as Prometheus expects."""

    def __init__(self, sources: Sources) -> None:
        self._registry = registry = CollectorRegistry()
        self._steps = Histogram(
            "bazaar_step_seconds",
            "Time from asking to hearing, by step.",
            ["step"],
            buckets=_SECONDS,
            registry=registry,
        )
        self._failures = Counter(
            "bazaar_attempts_failed", "Attempts without a reply.", ["step", "code"], registry=registry
        )
        labels = ["provider", "model"]
        self._calls = Counter("bazaar_model_calls", "Calls of models.", [*labels, "outcome"], registry=registry)
        self._tokens = Counter("bazaar_model_tokens", "Tokens, by kind.", [*labels, "kind"], registry=registry)
        self._cost = Counter("bazaar_model_cost_usd", "Cost where the price is known.", labels, registry=registry)
        registry.register(_OfTheMoment(sources))

    def count_step(self, end: StepEnd) -> None:
        """A command was answered, or an attempt of it failed."""
        if end.error is not None:
            self._failures.labels(end.key.step, end.error.code).inc()
            return
        self._steps.labels(end.key.step).observe(end.seconds)

    def count_call(self, call: ModelCall) -> None:
        """A model was asked, whether or not it answered."""
        who, usage = (call.provider, call.model), call.usage
        self._calls.labels(*who, call.outcome).inc()
        for kind, count in (("in", usage.tokens_in), ("out", usage.tokens_out), ("cached", usage.tokens_cached)):
            self._tokens.labels(*who, kind).inc(count)
        if call.cost_usd is not None:
            self._cost.labels(*who).inc(call.cost_usd)

    def text(self) -> bytes:
        """All of them, in the format that Prometheus reads."""
        return generate_latest(self._registry)


class _OfTheMoment(Collector):
    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def describe(self) -> Iterator[Metric]:
        """Nothing is read before somebody asks."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        jobs = GaugeMetricFamily("bazaar_jobs", "Jobs, by kind and status.", labels=["kind", "status"])
        for kind, status, count in self._sources.jobs():
            jobs.add_metric([kind, status], count)
        yield jobs
        yield from _of_system(self._sources.system())
        yield GaugeMetricFamily("bazaar_sse_clients", "Event streams that are open.", value=self._sources.clients())


def _of_system(statistics: SystemStatistics) -> Iterator[Metric]:
    depth = GaugeMetricFamily("bazaar_mailbox_waiting", "Messages that wait in a mailbox.", labels=["address"])
    for address, ledger in statistics.mailboxes.items():
        depth.add_metric([address], ledger.waiting)
    yield depth
    restarts = GaugeMetricFamily("bazaar_actor_restarts", "Restarts of an actor since the start.", labels=["actor"])
    for child in statistics.children:
        restarts.add_metric([child.name], child.restarts)
    yield restarts
    yield GaugeMetricFamily("bazaar_dead_letters", "Messages that nobody handled.", value=statistics.dead_letters)
