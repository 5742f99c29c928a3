"""The tree as an operator watches it: who falls, who comes back, and what is shown while nothing answers."""

from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, expect

from drills.server_process import ServerProcess
from tests.browser.console import REASON, Console

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]


async def test_a_kill_is_watched_in_the_tree_and_explained(context: BrowserContext, server: ServerProcess) -> None:
    console = await Console.logged_in(context, server)
    await expect(console.actor("llm")).to_contain_text("life 1")
    await console.go("actors/llm")
    await console.order("Kill", "Kill llm")
    await console.go("tree")
    await expect(console.actor("llm")).to_contain_text("life 2")
    await expect(console.actor("llm")).to_contain_text("1 restart")
    await expect(console.actors.first).to_contain_text("llm")  # who has fallen floats up
    await console.go("actors/llm")
    await console.page.get_by_role("tab", name="Why it fell").click()
    await expect(console.page.get_by_role("tabpanel", name="Why it fell")).to_contain_text(f"asked for: {REASON}")
    assert console.faults == []


async def test_the_console_goes_on_after_the_server_was_killed_and_started_again(
    context: BrowserContext, server: ServerProcess
) -> None:
    console = await Console.logged_in(context, server)
    await expect(console.actors.first).to_be_visible()
    await server.kill()
    await expect(console.connection).to_have_text("Reconnecting")
    await expect(console.page.get_by_role("alert")).to_contain_text("The server does not answer")
    await expect(console.actors.first).to_be_visible()
    await server.start()
    await expect(console.connection).to_have_text("Live")
    await expect(console.page.get_by_role("alert")).to_have_count(0)


async def test_when_the_root_gave_up_it_says_so_and_starts_the_tree_again(
    context: BrowserContext, tmp_path: Path
) -> None:
    async with ServerProcess(tmp_path) as server:
        console = await Console.logged_in(context, server)
        await console.go("actors/stopper")
        for life in range(1, 7):  # five falls in 30 s are borne with
            await expect(console.page.get_by_role("region", name="Life")).to_contain_text(f"Life{life}Restarts")
            await console.order("Kill", "Kill stopper")
        alert = console.page.get_by_role("alert").filter(has_text="The root gave up")
        await expect(alert).to_be_visible()
        await console.order("Start again", "Start the tree again")
        await expect(alert).to_have_count(0)
        await console.go("tree")
        await expect(console.actor("stopper")).to_contain_text("running")
