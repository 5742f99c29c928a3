import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.server.blocks import Block, Blocks
from tests.server.console.desk import BOOT, OPERATOR, Desk, desk_in

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def followed(desk: Desk, query: str = "") -> AsyncIterator[Blocks]:
    url = f"{desk.site.url}/console/api/stream{query}"
    async with desk.site.session.get(url, headers=OPERATOR) as response:
        assert response.status == 200
        yield Blocks(response)


async def first(blocks: Blocks, name: str) -> Block:
    while (block := await blocks.next()).event != name:
        pass
    return block


def about(block: Block) -> list[str]:
    return [record["about"] for record in block.data["records"]]


async def test_begins_with_everything_and_the_last_of_the_log_and_goes_on(desk: Desk) -> None:
    desk.note("one")
    async with followed(desk) as blocks:
        snapshot = await first(blocks, "snapshot")
        assert (snapshot.data["boot"], snapshot.id) == (BOOT, None)
        log = await first(blocks, "log")
        assert (about(log), log.id, log.data["missed"]) == (["one"], f"{BOOT}.1", False)
        desk.note("two")
        assert about(await first(blocks, "log")) == ["two"]
        desk.play.tell("a", "hello")
        changed = await first(blocks, "change")
        assert changed.data["mailboxes"]["a"]["ledger"]["handled"] == 1
        assert "pool" not in changed.data["mailboxes"]


async def test_goes_on_after_the_cursor(desk: Desk) -> None:
    for name in ("one", "two", "three"):
        desk.note(name)
    async with followed(desk, f"?after={BOOT}.2") as blocks:
        assert about(await first(blocks, "log")) == ["three"]


async def test_a_cursor_of_another_life_begins_anew(desk: Desk) -> None:
    for name in ("one", "two", "three"):
        desk.note(name)
    for cursor in ("another.2", f"{BOOT}.99", f"{BOOT}.x", "2", ""):
        async with followed(desk, f"?after={cursor}") as blocks:
            assert about(await first(blocks, "log")) == ["one", "two", "three"]


async def test_says_that_there_was_more_than_is_sent(desk: Desk) -> None:
    for number in range(600):
        desk.note(str(number))
    async with followed(desk, f"?after={BOOT}.1") as blocks:
        log = await first(blocks, "log")
        assert (log.data["missed"], log.id, len(log.data["records"])) == (True, f"{BOOT}.600", 500)


async def test_messages_are_told_where_they_are_asked_for_each_at_its_start_and_its_end(desk: Desk) -> None:
    async with followed(desk, "?spans=1&actor=a") as blocks:
        await first(blocks, "snapshot")
        desk.play.tell("a", "hello")
        desk.play.tell("pool", "hello")
        told = await first(blocks, "spans")
        assert {span["address"] for span in told.data["spans"]} == {"a"}
        assert (told.data["spans"][0]["label"], told.data["left_out"]) == ("str", 0)


async def test_the_server_ends_it_when_it_stops(tmp_path: Path) -> None:
    async with desk_in(tmp_path) as desk, followed(desk) as blocks:
        await first(blocks, "snapshot")
        rest = asyncio.create_task(blocks.response.content.read())
        await desk.site.stop()
        async with asyncio.timeout(30):
            await rest
