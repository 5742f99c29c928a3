"""What an operator does about it: a dead letter sent again edited, a job forked; by keys, and held to WCAG."""

from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, expect

from drills.server_process import ServerProcess
from tests.browser.axe import SHADES, violations
from tests.browser.console import REASON, Console
from tests.browser.staged import asked

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]

PAGES = ("tree", "actors/llm", "messages", "jobs", "events", "letters", "faults", "health", "incident")


async def forks_a_job(console: Console) -> None:
    """One that is made; the new one goes on by itself from a step, and is made as well."""
    await console.go("jobs?kind=component&status=completed")
    await console.page.get_by_role("table").get_by_role("link").first.click()
    made = console.page.url
    await console.page.get_by_role("button", name="Fork", exact=True).click()
    await console.page.get_by_label("Share the checkpoints up to").select_option("generate")
    await console.confirm("Fork")
    await console.page.wait_for_url(lambda url: url != made)
    await expect(console.page.get_by_role("region", name="Where")).to_contain_text("Forked from")
    await expect(console.page.locator(".page-head .status")).to_have_text("completed")


async def test_a_dead_letter_is_replayed_edited_and_a_job_is_forked(
    context: BrowserContext, server: ServerProcess
) -> None:
    console = await Console.logged_in(context, server)
    await console.break_it("drop", {"Actor": "tool_executor", "Only the nth that fits": "1"})
    await asked(context, server)
    await console.go("letters")
    letter = console.page.get_by_role("main").get_by_role("listitem").filter(has_text="injected")
    await letter.get_by_role("button", name="Edit and replay").click()
    dialog = console.page.get_by_role("dialog")
    await dialog.get_by_label("attempt").fill("2")
    await console.confirm("Replay with changes")
    await console.go("messages?actor=tool_executor")
    await expect(console.page.get_by_role("list", name="Messages in order")).to_contain_text("(attempt 3)")
    await forks_a_job(console)
    await console.go("events")
    await console.page.get_by_role("tab", name="What operators did").click()
    await expect(console.page.get_by_role("row").filter(has_text=REASON).first).to_contain_text("fork")
    assert console.faults == []


async def test_every_page_holds_to_wcag_in_dark_and_light(context: BrowserContext, server: ServerProcess) -> None:
    console = await asked(context, server)
    for page in PAGES:
        await console.go(page)
        await expect(console.page.get_by_role("heading", level=1)).to_be_visible()
        await expect(console.page.get_by_text("Loading…")).to_have_count(0)
        for shade in SHADES:
            await console.page.emulate_media(color_scheme=shade, reduced_motion="reduce")  # a colour halfway is none
            assert await violations(console.page) == [], f"{page} in the {shade}"
    await console.go("actors/llm")
    await console.page.get_by_role("button", name="Kill", exact=True).click()
    await expect(console.page.get_by_role("dialog", name="Kill llm")).to_be_visible()
    assert await violations(console.page) == [], "a dialog"


async def test_the_keys_go_everywhere(context: BrowserContext, server: ServerProcess) -> None:
    console = await Console.logged_in(context, server)
    await console.page.keyboard.press("?")
    await expect(console.page.get_by_role("dialog", name="Keys")).to_be_visible()
    await console.page.keyboard.press("Escape")
    await console.page.keyboard.press("4")
    await expect(console.page.get_by_role("heading", name="Jobs")).to_be_visible()
    await console.page.keyboard.press("/")
    await expect(console.page.get_by_label("Status")).to_be_focused()
    await console.page.locator("h1").click()
    await console.page.keyboard.press("1")
    await console.actors.first.get_by_role("link").first.focus()
    await console.page.keyboard.press("j")
    await expect(console.actors.nth(1).get_by_role("link").first).to_be_focused()
    await console.page.keyboard.press("Enter")
    await expect(console.page.get_by_role("region", name="Life")).to_be_visible()


async def test_an_incident_is_saved_and_opened_without_the_server(
    context: BrowserContext, server: ServerProcess, tmp_path: Path
) -> None:
    console = await asked(context, server)
    await console.go("incident")
    await console.page.get_by_label("Reason").fill(REASON)
    async with console.page.expect_download() as saved:
        await console.page.get_by_role("link", name="Save the file").click()
    file = tmp_path / "incident.json"
    await (await saved.value).save_as(file)
    await server.kill()
    await console.page.get_by_label("The file of an incident").set_input_files(file)
    await expect(console.connection).to_have_text("From a file")
    await expect(console.actor("llm")).to_contain_text("life 1")
    await console.go("jobs")
    await console.page.get_by_role("table").get_by_role("link").first.click()
    await expect(console.why).not_to_be_empty()
    assert console.faults == []
