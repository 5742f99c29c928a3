import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.streams.audience import Audience
from benchmarks.streams.senders import Ours, Sender, aiohttp_sse, cpu_s, free_port, limit, nchan

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the audience polls with epoll")


@pytest.mark.parametrize("name", ["ours", "limit", "aiohttp_sse", "nchan"])
def test_everybody_hears_what_is_sent(name: str, tmp_path: Path) -> None:
    made: dict[str, Callable[[], Sender | None]] = {
        "ours": lambda: Ours(tmp_path / "data", free_port()),
        "limit": lambda: limit(tmp_path, free_port()),
        "aiohttp_sse": lambda: aiohttp_sse(free_port()),
        "nchan": lambda: nchan(tmp_path, free_port()),
    }
    sender = made[name]()
    if sender is None:
        pytest.skip(f"{name} is not installed here")
    try:
        audience = Audience(sender.port)
        heard = audience.connect(3, sender.request)
        audience.drain()
        sender.send(2)
        audience.hear(heard, 2)
        assert [one.events for one in heard] == [2, 2, 2]
        assert cpu_s(sender.pid) > 0
        audience.close()
    finally:
        sender.close()


def test_ours_commits_and_says_how_long_that_took(tmp_path: Path) -> None:
    sender = Ours(tmp_path / "data", free_port())
    try:
        assert sender.ask("write", events=2, text="x")["ms"] > 0
        assert sender.ask("live") == {"live": 0, "clients": 0, "last": 5}
        took = sender.ask("commits", times=2, every_s=0.0)
        assert all(took[name] > 0 for name in ("stored_ms", "live_ms", "fdatasync_ms"))
        sender.ask("probe", seconds=0.01)
        assert sender.ask("probed")["ms"] >= 0
    finally:
        sender.close()
