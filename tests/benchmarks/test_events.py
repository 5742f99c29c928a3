import sys

import pytest

from benchmarks import events
from benchmarks.streams import stored

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="the audience polls with epoll")]


def test_compares_what_a_delivery_costs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MAIN", 5)
    names = {figure.name for figure in events.fan_out(5, 1)}
    assert {"cpu_us_5x1", "cpu_us_5x16", "cpu_vs_aiohttp_sse_1"} <= names


def test_finds_a_place_among_many_events() -> None:
    [figure] = stored.seek(2_000)
    assert (figure.name, figure.unit) == ("seek_ms", "ms")
    assert figure.value > 0
