"""All who read while the drill of the streams breaks things: tabs of every manner, and clients that others wrote."""

import asyncio
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from app.credentials import token_of
from drills.cutting_proxy import CuttingProxy
from drills.evidence import stored_events
from drills.foreign_readers import BrowserReader, Followed, NodeReaders, are_there
from drills.tabs import Tab
from drills.told import Told

PROJECTS = ("p1", "p2")
MANNERS = ("brisk", "fleeting", "fleeting", "slow", "stalling")
CATCH_UP_S = 120


def follows(name: str) -> Sequence[str]:
    """The projects that a reader follows."""
    return PROJECTS if name == "several" else PROJECTS[:1]


@asynccontextmanager
async def reading(data: Path, epoch: str, proxy: CuttingProxy) -> AsyncIterator["Readers"]:
    """They read until the block ends, from before the first event on."""
    origin, start, token, [one, two] = f"http://127.0.0.1:{proxy.port}", f"{epoch}.0", token_of(data), PROJECTS
    path = f"/api/projects/{one}/events"
    tabs = [
        Tab(f"{manner}_{at}", origin + path, start, manner, _chances(at), token) for at, manner in enumerate(MANNERS)
    ]
    several = f"{origin}/api/events?projects={one},{two}"
    tabs.append(Tab("several", several, f"{epoch}.{one}=0,{two}=0", "brisk", _chances(0), token))
    tabs.append(Tab("job", f"{origin}/api/jobs/job_{one}/events", start, "brisk", _chances(0), token))
    async with AsyncExitStack() as stack:
        for tab in tabs:
            stack.callback(asyncio.create_task(tab.run()).cancel)
        if not are_there():
            yield Readers(tabs, None, None)
            return
        nodes = NodeReaders(data, token, [Followed("one", origin + path, start)])
        browser = BrowserReader(origin, token, path, start)
        await stack.enter_async_context(nodes.reading())
        proxy.is_calm = True  # while the page is loaded: it is what it does then that counts
        await stack.enter_async_context(browser.reading())
        proxy.is_calm = False
        yield Readers(tabs, nodes, browser)


@dataclass
class Readers:
    tabs: list[Tab]
    nodes: NodeReaders | None
    browser: BrowserReader | None

    async def catch_up(self, data: Path, proxy: CuttingProxy) -> None:
        """Let everybody read to the end, for a while; who does not come to it has missed something."""
        ends = {project: stored_events(data, project)[-1][0] for project in PROJECTS}
        for tab in self.tabs:
            tab.is_calm = True
        proxy.cut_all()  # what was decided of open connections is void
        for _ in range(CATCH_UP_S):
            told = await self.told()
            if all(_stands(one, project) >= ends[project] for name, one in told.items() for project in follows(name)):
                return
            await asyncio.sleep(1.0)

    async def told(self) -> dict[str, list[Told]]:
        """By reader, what it was told so far."""
        told = {tab.name: list(tab.told) for tab in self.tabs}
        if self.nodes and self.browser:
            told |= {name: self.nodes.told(name) for name in self.nodes.names}
            told["chromium"] = await self.browser.told()
        return told


def _stands(told: Sequence[Told], project: str) -> int:
    return max((one.number(project) for one in told[-400:]), default=0)


def _chances(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  # must be repeatable
