"""How long a page keeps the main thread of a Chromium busy, for each frame that it draws."""

import asyncio
from statistics import quantiles
from typing import Any

from playwright.async_api import CDPSession, Page

from drills.chromium import chromium

LOOK_S = 0.1
_COUNT = "() => { globalThis.drawn = 0; const next = () => { drawn += 1; requestAnimationFrame(next) }; next() }"


async def frame_work_p95_ms(login: str, address: str, seconds: float) -> float:
    """Log in, go there, and look at the browser's own counts ten times a second.

    Each look gives the main thread's work since the last one over the frames drawn meanwhile; of these it is the 95th
    percentile.
    """
    async with chromium() as browser:
        page = await browser.new_page()
        await page.goto(login)
        await page.goto(address)
        session = await page.context.new_cdp_session(page)
        await session.send(
            "Performance.enable", {"timeDomain": "threadTicks"}
        )  # its own time, not that of its neighbours
        await page.evaluate(_COUNT)
        await asyncio.sleep(1.0)
        return await _measured(page, session, int(seconds / LOOK_S))


async def _measured(page: Page, session: CDPSession, looks: int) -> float:
    works: list[float] = []
    before = await _seen(page, session)
    for _ in range(looks):
        await asyncio.sleep(LOOK_S)
        now = await _seen(page, session)
        frames = max(1.0, now[1] - before[1])
        works.append((now[0] - before[0]) / frames * 1000)
        before = now
    return quantiles(works, n=20, method="inclusive")[18]


async def _seen(page: Page, session: CDPSession) -> tuple[float, float]:
    """Seconds of work of the main thread, and frames, so far."""
    told: dict[str, Any] = await session.send("Performance.getMetrics")
    work = next(one["value"] for one in told["metrics"] if one["name"] == "TaskDuration")
    return float(work), float(await page.evaluate("() => globalThis.drawn"))
