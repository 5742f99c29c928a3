"""Every page and dialog of the editor held to WCAG by a tool, dark and light: a fault is a test that fails."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from drills.model_server import ModelServer
from drills.server_process import ServerProcess
from tests.app.drafts import FORBIDDEN, writes
from tests.browser.axe import SHADES, violations
from tests.browser.editor import Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]

TWO_SCENES = "A 6 second title and outro for 'Nimbus', two scenes"


class Failing:
    """Whether the model writes what is refused."""

    now = False


@pytest.fixture(scope="module")
async def editor(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Editor]:
    """One server and one page for all that is looked at."""
    model = ModelServer(script=writes(FORBIDDEN, wanted=lambda _: Failing.now))
    data: Path = tmp_path_factory.mktemp("axe")
    async with model, ServerProcess(data, settings=model.settings) as server:
        context = await browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
        context.set_default_timeout(30_000)
        yield await Editor.logged_in(context, server)
        await context.close()


async def look(page: Page, what: str) -> list[str]:
    """What is wrong with it in either theme."""
    found: list[str] = []
    for shade in SHADES:
        await page.emulate_media(color_scheme=shade, reduced_motion="reduce")
        found += [f"{what}, {shade}: {fault}" for fault in await violations(page)]
    return found


async def spent(editor: Editor) -> list[str]:
    """What was spent, opened, walked and closed by keys alone; the focus comes back to what opened it."""
    page, chip = editor.page, editor.page.get_by_role("button", name="show what on")
    await chip.focus()
    await page.keyboard.press("Enter")
    await page.locator(".spent-job button").first.press("Enter")
    await expect(page.get_by_role("dialog").get_by_role("columnheader", name="Model")).to_be_visible()
    found = await look(page, "spent by message")
    for tab in ("By day", "By model", "All videos"):
        await page.get_by_role("tab", name=tab).focus()
        await expect(page.get_by_role("tabpanel", name=tab).get_by_role("columnheader", name="Cost")).to_be_visible()
        found += await look(page, f"spent, {tab}")
    await page.keyboard.press("Escape")
    await expect(chip).to_be_focused()
    return found


async def test_nothing_is_found_on_any_page_or_dialog(editor: Editor) -> None:
    page = editor.page
    await expect(page.get_by_role("button", name="Create video")).to_be_visible()
    found = await look(page, "no video yet")
    await editor.make(TWO_SCENES)
    found += await look(page, "working")
    await editor.until_made(2)
    found += await look(page, "done")
    await editor.say("make the first scene orange")
    await editor.until_made(3)
    found += await inspected(editor)
    found += await pointed_at(editor)
    found += await spent(editor)
    Failing.now = True
    await editor.say("make the first scene green")
    await expect(editor.cards.nth(3)).to_contain_text("Failed")
    await editor.cards.nth(3).get_by_text("error").first.click()
    found += await look(page, "failed")
    found += await dialogs_of_a_failure(editor)
    found += await listed(editor)
    assert found == [], "\n".join(found)
    assert editor.faults == []


async def inspected(editor: Editor) -> list[str]:
    """The inspector in all its parts, and the menus of the timeline and the history."""
    page = editor.page
    await page.locator(".clip-body").first.click()
    found = await look(page, "scene open")
    await page.get_by_role("tab", name="Revisions").click()
    await expect(page.locator(".revision")).to_have_count(2)
    found += await look(page, "revisions open")
    await page.get_by_role("button", name="Compare").click()
    await expect(page.locator(".cm-mergeView")).to_be_visible()
    found += await look(page, "diff open")
    await page.keyboard.press("Escape")
    await page.get_by_role("tab", name="Source").click()
    await expect(page.get_by_role("textbox", name="Source of")).to_be_visible()
    found += await look(page, "source open")
    await page.get_by_role("button", name="Close the inspector").click()
    await page.get_by_role("button", name="Transition to").click()
    found += await look(page, "menu of a transition")
    await page.keyboard.press("Escape")
    return found


async def pointed_at(editor: Editor) -> list[str]:
    """The chip, the box and the overlays of the preview."""
    page = editor.page
    await editor.pause_at(70)
    await page.get_by_role("button", name="Safe areas").click()
    await page.get_by_role("button", name="Point at something").press("Enter")
    await expect(page.locator(".pointed-chip")).to_be_visible()
    found = await look(page, "pointed at")
    await page.keyboard.press("Escape")
    return found


async def dialogs_of_a_failure(editor: Editor) -> list[str]:
    """Edit and resume, and what discarding asks."""
    page = editor.page
    await editor.cards.nth(3).get_by_role("button", name="Edit and resume").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    found = await look(page, "edit and resume")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    return found


async def listed(editor: Editor) -> list[str]:
    """The list with its menu and its dialogs."""
    page = editor.page
    await page.get_by_title("Your videos").click()
    await expect(page.get_by_role("link", name="Nimbus")).to_be_visible()
    found = await look(page, "list")
    more = page.get_by_role("button", name=re.compile("^More for"))
    await more.click()
    await expect(page.get_by_role("menu")).to_be_visible()
    found += await look(page, "menu of a video")
    await page.get_by_role("menuitem", name="Rename").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    found += await look(page, "rename")
    await page.keyboard.press("Escape")
    await more.click()
    await page.get_by_role("menuitem", name="Delete").click()
    await expect(page.get_by_text("deleted video")).to_be_visible()
    return found + await look(page, "a video deleted")
