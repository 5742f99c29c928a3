"""From a sentence to a published scene: how soon something is seen, with the demo composer's pace off.

The server is a process of its own; times are of this client, over HTTP and the event stream on loopback. What the
disk alone takes meanwhile stands beside them: a published scene is behind about ten commits.
"""

import asyncio
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from app.making.client import Client, Heard
from benchmarks.disk import Disk
from benchmarks.figure import Figure
from drills.server_process import ServerProcess

PROMPT = "A 4 second title that says 'Nimbus', navy and coral, one scene"
WARM_UP, ROUNDS, QUICK_ROUNDS = 3, 30, 8
JOBS_OF_A_ROUND = 2
"""The turn and the one component that it starts; a round is over when both are, so that none runs into the next."""

STAGES = ("generate", "build", "validate")


@dataclass
class Round:
    """Milliseconds since the message was posted."""

    begun_s: float = field(default_factory=perf_counter)
    at: dict[str, float] = field(default_factory=dict)

    def take(self, heard: Heard) -> None:
        """Note the first of each kind of event."""
        self.at.setdefault(heard.name, (perf_counter() - self.begun_s) * 1000)

    def span(self, stage: str) -> float:
        """How long a stage took."""
        return self.at[f"component.{stage}.complete"] - self.at[f"component.{stage}.start"]


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure."""
    with Disk() as disk:
        rounds, rss_mb = asyncio.run(_measured(QUICK_ROUNDS if quick else ROUNDS))
    published = [one.at["component.publish.complete"] for one in rounds]
    first_text = [min(one.at.get("message.delta", 1e9), one.at["message.complete"]) for one in rounds]
    yield Figure("first_event_ms_p50", median(one.at["message.created"] for one in rounds), "ms")
    yield Figure("first_text_ms_p50", median(first_text), "ms")
    yield Figure("first_published_ms_p50", median(published), "ms")
    yield Figure("first_published_ms_p99", quantiles(published, n=100, method="inclusive")[98], "ms")
    yield Figure("disk_ms_p50", median(disk.times_ms), "ms")
    yield Figure("disk_ms_max", max(disk.times_ms), "ms")
    yield Figure("rss_mb", rss_mb, "MB")
    for stage in STAGES:
        share = median(one.span(stage) / one.at["component.publish.complete"] for one in rounds)
        yield Figure(f"{stage}_share", share, "of first_published")


async def _measured(rounds: int) -> tuple[list[Round], float]:
    with tempfile.TemporaryDirectory() as folder:
        async with ServerProcess(Path(folder)) as server, server.client() as client:
            for _ in range(WARM_UP):
                await _round(client)
            measured = [await _round(client) for _ in range(rounds)]
            return measured, _rss_mb(server.pid)


async def _round(client: Client) -> Round:
    project = (await client.post("/api/projects", {}))["project"]
    events = client.events(project)
    await anext(events)
    measured = Round()
    posted = asyncio.create_task(client.post(f"/api/projects/{project}/messages", {"content": PROMPT}))
    ended = 0
    async for heard in events:
        measured.take(heard)
        ended += heard.name == "job.complete"
        if ended == JOBS_OF_A_ROUND:
            break
    await posted
    return measured


def _rss_mb(pid: int) -> float:
    """Resident memory of the process alone, without its children."""
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        (line,) = (line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True)  # noqa: S607
    return int(told.stdout) / 1024
