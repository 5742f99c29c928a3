"""The product's streams, told what to send by lines of JSON: `python -m benchmarks.streams.ours '{"data": …}'`."""

import asyncio
import json
import os
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from actors.messages import BROADCASTER, JOURNAL, Framed, Live, Lives, Write
from benchmarks.streams.ear import Ear
from drills.stream_server import Site, obey, serving
from pipeline.events import JobProgress, ToolStart
from pipeline.events.wire import Cursor, encode, event_frame
from pipeline.ids import JobId, ProjectId
from pipeline.jobs import JobStatus
from storage.entries import AdvanceJob

PROJECT = ProjectId("p")
PROBE_S = 0.001


class Ours:
    """What it can be asked to do."""

    def __init__(self, site: Site, project: ProjectId) -> None:
        self._site = site
        self._project = project
        self._seq = site.reader.place(project).last_seq
        self._probing: asyncio.Task[float] | None = None

    async def publish(self, _: Site, asked: dict[str, Any]) -> object:
        """Send events that are ready, all in one tick, without storing them."""
        told = ToolStart(project=self._project, call="c", name=asked["text"])
        name, data = told.wire_name(), encode(told)
        events: list[Framed] = []
        for _number in range(asked["events"]):
            self._seq += 1
            cursor = Cursor(self._site.epoch, self._seq)
            events.append(Framed(self._project, self._seq, name, told, event_frame(cursor, name, data)))
        self._site.hub.publish(events)
        return {}

    async def write(self, _: Site, asked: dict[str, Any]) -> object:
        """Commit events and let them out, as the product does; returns how long the commit took."""
        events = tuple(ToolStart(call="c", name=asked["text"]) for _ in range(asked["events"]))
        begun = time.perf_counter()
        await self._site.write(AdvanceJob(JobId(f"job_{self._project}"), 0, JobStatus.RUNNING, events=events))
        return {"ms": (time.perf_counter() - begun) * 1000}

    async def commits(self, _: Site, asked: dict[str, Any]) -> object:
        """An event that is stored first and a live update that is not, so often a second: when the loop writes each.

        In between one page of a file is synced.
        """
        ear, stored, live, bare = Ear(), list[float](), list[float](), list[float]()
        last = self._site.reader.place(self._project).last_seq
        ear.listen(self._site.hub, self._project, Cursor(self._site.epoch, last))
        with (self._site.data / "probe").open("wb") as file:
            for _number in range(asked["times"]):
                await asyncio.sleep(asked["every_s"])
                stored.append(await ear.ms_after(self._tell_event))
                live.append(await ear.ms_after(self._tell_live))
                bare.append(await asyncio.to_thread(_synced_ms, file.fileno()))
        return {"stored_ms": median(stored), "live_ms": median(live), "fdatasync_ms": median(bare)}

    def _tell_event(self) -> None:
        events = (ToolStart(call="c", name="x"),)
        entry = AdvanceJob(JobId(f"job_{self._project}"), 0, JobStatus.RUNNING, events=events)
        self._site.system.address(JOURNAL).tell(Write(entry))

    def _tell_live(self) -> None:
        update = JobProgress(job=JobId(f"job_{self._project}"), percent=1, stage="x")
        self._site.system.address(BROADCASTER).tell(Lives((Live(self._project, update),)))

    async def live(self, _: Site, __: dict[str, Any]) -> object:
        """How many clients are served by the loop."""
        clients = self._site.hub.clients()
        live = sum(client.is_live for client in clients)
        return {"live": live, "clients": len(clients), "last": self._site.reader.place(self._project).last_seq}

    async def probe(self, _: Site, asked: dict[str, Any]) -> object:
        """Watch how late the loop is, for a while."""
        self._probing = asyncio.create_task(_latest_ms(asked["seconds"]))
        return {}

    async def probed(self, _: Site, __: dict[str, Any]) -> object:
        """What was seen."""
        assert self._probing is not None  # noqa: S101
        return {"ms": await self._probing}


async def _latest_ms(seconds: float) -> float:
    """How much later than asked a sleep ended, at the worst."""
    latest, end = 0.0, time.perf_counter() + seconds
    while (begun := time.perf_counter()) < end:
        await asyncio.sleep(PROBE_S)
        latest = max(latest, time.perf_counter() - begun - PROBE_S)
    return latest * 1000


def _synced_ms(file: int) -> float:
    begun = time.perf_counter()
    os.pwrite(file, b"\0" * 4096, 0)
    os.fdatasync(file)
    return (time.perf_counter() - begun) * 1000


async def _run(asked: dict[str, Any]) -> None:
    hosts = [f"127.0.0.1:{asked['port']}"]
    async with serving(Path(asked["data"]), asked["port"], hosts, (1000, 3000)) as site:
        await site.begin(PROJECT)
        ours = Ours(site, PROJECT)
        names = ("publish", "write", "commits", "live", "probe", "probed")
        await obey(site, {name: getattr(ours, name) for name in names})


if __name__ == "__main__":
    asyncio.run(_run(json.loads(sys.argv[1])))
