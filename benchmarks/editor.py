"""The editor with a large project in a real Chromium: typing while a hundred events a second come in and a scene plays.

The input delay is from the key to the frame that shows it. Work is processor time of the page's main thread, from a
trace; the preview draws in a process of its own, so what counts for a frame of it is what the page does meanwhile.
"""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from playwright.async_api import Browser, Page

from benchmarks.editing.filling import edited, filled
from benchmarks.editing.trace import CATEGORIES, MARK, tasks_in, work_per_frame
from benchmarks.figure import Figure
from drills.chromium import chromium
from drills.server_process import ServerProcess


@dataclass(frozen=True)
class Load:
    """How much there is, and how long it is watched."""

    scenes: int
    messages: int
    events_per_s: float
    seconds: float


WHOLE = Load(scenes=60, messages=500, events_per_s=100, seconds=20)
QUICK = Load(scenes=60, messages=120, events_per_s=100, seconds=5)
FRAME_MS = 1000 / 30
KEY_EVERY_MS = 80
PATIENCE_MS = 60_000
_SETTINGS = {"BAZAAR_TURNS_AT_ONCE": "1"}

_LISTEN = """() => {
  window.delays = [];
  addEventListener("keydown", ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.delays.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  }, true);
}"""
_USABLE = """(scenes) => {
  const all = document.querySelectorAll(".clip").length >= scenes;
  return all && document.querySelector(".message") && document.querySelector("textarea") ? performance.now() : 0;
}"""


@dataclass(frozen=True)
class Seen:
    """What was measured."""

    usable_ms: float
    delays_ms: list[float]
    longest_task_ms: float
    frames_ms: list[float]
    events_per_s: float


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure."""
    seen = asyncio.run(_seen(QUICK if quick else WHOLE))
    yield Figure("input_delay_p95_ms", _p95(seen.delays_ms), "ms")
    yield Figure("longest_task_ms", seen.longest_task_ms, "ms")
    yield Figure("frame_work_p95_ms", _p95(seen.frames_ms), "ms")
    yield Figure("usable_ms", seen.usable_ms, "ms")
    yield Figure("events_per_s", seen.events_per_s, "1/s")


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[18] if len(values) > 1 else max(values, default=0.0)


async def _seen(load: Load) -> Seen:
    with tempfile.TemporaryDirectory() as folder:
        async with (
            ServerProcess(Path(folder), settings=_SETTINGS) as server,
            server.client() as client,
            chromium() as browser,
        ):
            project = await filled(client, scenes=load.scenes, messages=load.messages)
            page, usable_ms = await _opened(browser, server, project, load)
            await browser.start_tracing(page=page, categories=list(CATEGORIES))
            await page.evaluate("mark => { console.timeStamp(mark); performance.mark(mark); }", MARK)
            typing = asyncio.create_task(_type(page))
            rate = await edited(
                client, project, scenes=load.scenes, events_per_s=load.events_per_s, seconds=load.seconds
            )
            typing.cancel()
            with suppress(asyncio.CancelledError):
                await typing
            tasks = tasks_in(await browser.stop_tracing())
            delays: list[float] = await page.evaluate("window.delays")
    longest = max(task.took_ms for task in tasks)
    return Seen(usable_ms, delays, longest, work_per_frame(tasks, FRAME_MS), rate)


async def _opened(browser: Browser, server: ServerProcess, project: str, load: Load) -> tuple[Page, float]:
    """The page with its video playing, and the milliseconds from its navigation to when it could be used."""
    context = await browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE_MS)
    page = await context.new_page()
    await page.goto(f"{server.url}/login?token={server.token}")
    await page.goto("about:blank")
    await page.goto(f"{server.url}/#/projects/{project}")
    usable = await page.wait_for_function(_USABLE, arg=load.scenes, polling="raf")
    usable_ms = float(await usable.json_value())
    await page.get_by_role("button", name="Pause").wait_for()
    await page.evaluate(_LISTEN)
    return page, usable_ms


async def _type(page: Page) -> None:
    """A person who writes a message and takes it back, over and over."""
    box = page.get_by_role("textbox", name="Message")
    await box.focus()
    while True:
        await page.keyboard.type("make the second scene orange and much slower ", delay=KEY_EVERY_MS)
        await box.fill("")
