import asyncio
import json

import pytest
from pydantic import JsonValue

from server.console.watch import KEPT, Watch, frame

pytestmark = pytest.mark.anyio
PATIENCE_S = 30.0


class System:
    """Something to look at; it breaks when told to."""

    def __init__(self) -> None:
        self.jobs = 0
        self.breaks = False

    def look(self) -> dict[str, JsonValue]:
        if self.breaks:
            raise OSError("no")
        return {"at": 1.0, "children": [], "mailboxes": {}, "jobs": self.jobs}


@pytest.fixture
def system() -> System:
    return System()


@pytest.fixture
def watch(system: System) -> Watch:
    return Watch(system.look, every_s=0.001)


async def looked(watch: Watch, version: int) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while watch.version < version:
            await watch.next()


async def test_tells_everything_and_then_what_changes(system: System, watch: Watch) -> None:
    async with watch.watching():
        assert json.loads((await watch.whole()).split(b"data: ")[1])["jobs"] == 0
        system.jobs = 7
        await looked(watch, 1)
        assert await watch.since(0) == frame("change", {"at": 1.0, "jobs": 7})
        assert await watch.since(watch.version) == b""


async def test_who_is_too_slow_gets_everything_anew(system: System, watch: Watch) -> None:
    async with watch.watching():
        await watch.whole()
        for number in range(KEPT + 1):
            system.jobs = number + 1
            await looked(watch, number + 1)
        assert (await watch.since(0)).startswith(b"event: snapshot\n")


async def test_a_look_that_fails_does_not_end_the_watch(system: System, watch: Watch) -> None:
    async with watch.watching():
        await watch.whole()
        system.breaks = True
        async with asyncio.timeout(PATIENCE_S):
            await watch.next()
        system.breaks, system.jobs = False, 3
        await looked(watch, 1)


async def test_nobody_looks_while_nobody_watches(watch: Watch) -> None:
    for _ in range(2):
        async with watch.watching(), asyncio.timeout(PATIENCE_S):
            await watch.next()
        async with asyncio.timeout(PATIENCE_S):
            await watch.next()  # the look that was under way
        assert not watch.is_looking


async def test_closing_wakes_who_waits(watch: Watch) -> None:
    async with watch.watching():
        waiting = asyncio.create_task(watch.next())
        await asyncio.sleep(0)
        watch.close()
        async with asyncio.timeout(PATIENCE_S):
            await waiting
    assert watch.closed
