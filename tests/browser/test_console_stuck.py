"""Why does this job not move? Found out from the console alone: from the tree to the job and its reason."""

from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, expect

from drills.server_process import ServerProcess
from tests.browser.console import REASON, Console
from tests.browser.staged import asked, looping_build

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]


async def finds(console: Console, actor: str) -> None:
    """From the tree, by the link of who has it in hand, to the job that says the same."""
    await console.go("tree")
    await console.actor(actor).get_by_role("link", name="its job").click()
    await expect(console.why).to_contain_text(f"{actor} has had 'Perform")


async def test_a_tool_hangs_and_then_a_model_stalls(context: BrowserContext, server: ServerProcess) -> None:
    console = await Console.logged_in(context, server)
    await console.break_it("hang", {"Actor": "tool_executor", "Only the nth that fits": "2"})
    await asked(context, server)
    await finds(console, "tool_executor")
    await expect(console.why).to_contain_text("A fault is on: the handler of a message does not come back")
    await console.go("actors/tool_executor")
    await console.page.get_by_role("tab", name="Stack").click()
    await expect(console.page.get_by_role("region", name="Stack")).to_contain_text("faults")
    await console.break_it("model-slow", {"Delay in seconds": "3"})
    await console.turn_off("does not come back")
    await finds(console, "llm")
    await expect(console.why).to_contain_text("comes slowly")
    await console.turn_off("comes slowly")
    await expect(console.page.locator(".page-head .status")).to_have_text("completed")
    assert console.faults == []


async def resumes_all(console: Console) -> None:
    """All that were cancelled: first it says how many those are."""
    await console.go("jobs?status=cancelled")
    await console.page.get_by_role("button", name="resume", exact=True).click()
    dialog = console.page.get_by_role("dialog")
    await expect(dialog.get_by_role("status")).to_have_text("1 job would be taken.")
    await dialog.get_by_label("Reason").fill(REASON)
    await dialog.get_by_role("button", name="Resume all that fit").click()
    await expect(dialog.get_by_role("status")).to_have_text("Done to 1 job.")


async def test_a_build_worker_is_in_a_loop(context: BrowserContext, tmp_path: Path) -> None:
    async with looping_build(context, tmp_path) as console:
        await console.go("tree")
        drawing = console.actors.filter(has_text="Perform validate")
        await drawing.get_by_role("link", name="its job").click()
        await expect(console.why).to_contain_text("has had 'Perform validate")
        timeline = console.page.get_by_role("region", name="Timeline")
        await timeline.get_by_role("button", name="build_worker, attempt: validate").first.focus()
        await expect(timeline.get_by_role("status")).to_contain_text("build_worker, attempt 1: validate")
        await console.order("Cancel", "Cancel")
        await expect(console.page.locator(".page-head .status")).to_have_text("cancelled")
        await resumes_all(console)
        assert console.faults == []
