"""Conversations at 50 tokens a second each, from the model's wire to the browser's, beside a bare passthrough.

Every token is the moment the model sent it, so its lateness is measured where it arrives. The passthrough is the SDK's
own typed stream written to a plain response by the same kind of server, in the same run, before the same model.
"""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median, quantiles

import aiohttp

from benchmarks.figure import Figure
from benchmarks.streaming.listening import Ears
from benchmarks.streaming.process import Measured, Module
from drills.server_process import ServerProcess

RATE = 50.0
CONVERSATIONS, QUICK = (1, 10, 50, 100, 200), (1, 10)
WARM_S, MEASURED_S, QUICK_S = 3.0, 8.0, 3.0
OPENING_S = 10.0
"""So long the conversations may take to begin; an answer goes on until all were measured."""
HELD_MS = 250.0
"""A count of conversations is held when every hundredth token is no later than this, and none is missing."""
MOST_CUT, PAUSE_S = 10, 0.2
_ROOM = {
    "OPENAI_API_KEY": "none",
    "BAZAAR_MODEL": "paced",
    "BAZAAR_MODEL_CALLS_AT_ONCE": "1000",
    "BAZAAR_TURNS_AT_ONCE": "1000",
    "BAZAAR_STREAMS_PER_SESSION": "10000",
}


@dataclass(frozen=True)
class Run:
    """What came of so many conversations; `cut_ms` is how long after a click on stop the model's bytes stopped."""

    late_ms: list[float]
    cpu_s: float
    seconds: float
    rss_mb: float
    conversations: int
    cut_ms: tuple[float, ...] = ()

    @property
    def p50(self) -> float:
        return quantiles(self.late_ms, n=100)[49]

    @property
    def p99(self) -> float:
        return quantiles(self.late_ms, n=100)[98]

    @property
    def cpu_us(self) -> float:
        """Microseconds of CPU for each token."""
        return self.cpu_s / len(self.late_ms) * 1e6

    @property
    def is_held(self) -> bool:
        """Whether all came, in time, on one core."""
        whole = len(self.late_ms) >= 0.98 * RATE * self.seconds * self.conversations
        return whole and self.p99 <= HELD_MS and self.cpu_s < self.seconds


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure."""
    counts, seconds = (QUICK, QUICK_S) if quick else (CONVERSATIONS, MEASURED_S)
    held = 0
    for count in counts:
        ours, theirs = asyncio.run(_both(count, seconds))
        held = count if ours.is_held else held
        yield from _compared(count, ours, theirs)
    yield Figure("held", held, "conversations")


def _compared(count: int, ours: Run, theirs: Run) -> Iterator[Figure]:
    peer = "passthrough"
    yield Figure(f"added_ms_p50_at_{count}", ours.p50, "ms", peer, theirs.p50)
    yield Figure(f"added_ms_p99_at_{count}", ours.p99, "ms", peer, theirs.p99)
    yield Figure(f"cpu_us_per_token_at_{count}", ours.cpu_us, "us", peer, theirs.cpu_us)
    yield Figure(f"cpu_vs_passthrough_at_{count}", ours.cpu_us / theirs.cpu_us, "of passthrough")
    yield Figure(f"core_share_at_{count}", ours.cpu_s / ours.seconds, "cores", peer, theirs.cpu_s / theirs.seconds)
    yield Figure(f"rss_mb_at_{count}", ours.rss_mb, "MB", peer, theirs.rss_mb)
    if ours.cut_ms:
        yield Figure(f"cancel_ms_p50_at_{count}", median(ours.cut_ms), "ms")
        yield Figure(f"cancel_ms_max_at_{count}", max(ours.cut_ms), "ms")


async def _both(count: int, seconds: float) -> tuple[Run, Run]:
    whole_s = WARM_S + seconds + OPENING_S
    with Module("benchmarks.streaming.pacing", str(RATE), str(whole_s)) as model:
        base_url = f"http://127.0.0.1:{model.port}/v1"
        ours = await _through_bazaar(model.port, count, seconds)
        theirs = await _through_passthrough(base_url, count, seconds)
    return ours, theirs


async def _through_bazaar(model: int, count: int, seconds: float) -> Run:
    ears = Ears(expected=count)
    async with _bazaar(f"http://127.0.0.1:{model}/v1") as (server, session):
        projects = [await _project(session, server) for _ in range(count)]
        urls = [f"{server.url}/api/projects/{project}/events" for project in projects]
        async with _all_heard(session, ears, urls):
            jobs = await asyncio.gather(*(_say(session, server, project) for project in projects))
            run = await _measured(ears, Measured(server.pid), count, seconds)
            return replace(run, cut_ms=await _cut(session, server, model, jobs[:MOST_CUT]))


async def _through_passthrough(base_url: str, count: int, seconds: float) -> Run:
    ears = Ears(expected=count)
    with Module("benchmarks.streaming.passthrough", base_url) as server:
        url = f"http://127.0.0.1:{server.port}/"
        async with _session() as session, _all_heard(session, ears, [url] * count):
            return await _measured(ears, server.measured, count, seconds)


async def _measured(ears: Ears, process: Measured, count: int, seconds: float) -> Run:
    """Wait until all speak, and then measure."""
    with suppress(TimeoutError):
        await asyncio.wait_for(ears.all_speak.wait(), OPENING_S)
    measuring = asyncio.create_task(ears.measure(WARM_S, seconds))
    await asyncio.sleep(WARM_S)
    before_s = process.cpu_s()
    await measuring
    took_s, rss_mb = process.cpu_s() - before_s, process.rss_mb()
    await asyncio.sleep(HELD_MS / 1000)  # the last of them are on their way
    return Run(ears.late_ms, took_s, ears.end_s - ears.begin_s, rss_mb, count)


@asynccontextmanager
async def _bazaar(base_url: str) -> AsyncIterator[tuple[ServerProcess, aiohttp.ClientSession]]:
    with tempfile.TemporaryDirectory() as folder:
        settings = {**_ROOM, "OPENAI_BASE_URL": base_url}
        async with (
            ServerProcess(Path(folder), settings=settings) as server,
            _session({"Authorization": f"Bearer {server.token}"}) as session,
        ):
            yield server, session


def _session(headers: dict[str, str] | None = None) -> aiohttp.ClientSession:
    unlimited = aiohttp.TCPConnector(limit=0)
    return aiohttp.ClientSession(headers=headers, connector=unlimited, timeout=aiohttp.ClientTimeout(total=None))


async def _project(session: aiohttp.ClientSession, server: ServerProcess) -> str:
    async with session.post(f"{server.url}/api/projects", json={}) as response:
        return str((await response.json())["project"])


async def _say(session: aiohttp.ClientSession, server: ServerProcess, project: str) -> str:
    async with session.post(f"{server.url}/api/projects/{project}/messages", json={"content": "Hello"}) as response:
        return str((await response.json())["job"])


async def _cut(session: aiohttp.ClientSession, server: ServerProcess, model: int, jobs: list[str]) -> tuple[float, ...]:
    """Stop these, one by one, while the others go on."""
    clicks_s = []
    for job in jobs:
        clicks_s.append(time.monotonic())
        async with session.post(f"{server.url}/api/jobs/{job}/cancel") as response:
            response.raise_for_status()
        await asyncio.sleep(PAUSE_S)
    async with session.get(f"http://127.0.0.1:{model}/cuts") as response:
        cuts_s = await response.json()
    return tuple((cut - click) * 1000 for cut, click in zip(cuts_s, clicks_s, strict=True))


@asynccontextmanager
async def _all_heard(session: aiohttp.ClientSession, ears: Ears, urls: list[str]) -> AsyncIterator[None]:
    """All these streams are listened to."""
    listening = [asyncio.create_task(ears.listen(session, number, url)) for number, url in enumerate(urls)]
    try:
        yield
    finally:
        for task in listening:
            task.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
