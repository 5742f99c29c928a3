"""The list of videos: begun from an example or in a size of one's own, renamed, copied, deleted and brought back."""

import re
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Page, expect

from drills.server_process import ServerProcess
from tests.browser.axe import violations
from tests.browser.editor import Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]

EXAMPLE = "Simplicity is the ultimate sophistication."
"""What the video of the example is called."""


async def test_a_video_is_made_renamed_copied_deleted_and_brought_back(context: BrowserContext, tmp_path: Path) -> None:
    async with ServerProcess(tmp_path, settings={"BAZAAR_INSPECT": "0"}) as server:
        editor = await Editor.logged_in(context, server)
        await begin(editor)
        address = editor.page.url
        await editor.page.get_by_title("Your videos").click()
        await rename_and_copy(editor.page)
        await delete_and_undo(editor.page)
        await choose(editor.page, "Stratus", "Delete")
        await editor.page.get_by_text("1 deleted video").click()
        assert await violations(editor.page) == []
        await editor.page.goto(address)
        await editor.page.get_by_role("button", name="Restore it").click()
        await editor.until_made(2)
        await expect(editor.page.get_by_role("textbox", name="Name of the video")).to_have_value("Stratus")
        assert editor.faults == []


async def begin(editor: Editor) -> None:
    """A size that cannot be is refused in words; an example brings its own, at the rate that was chosen."""
    page = editor.page
    await page.get_by_text("Custom", exact=True).click()
    await page.get_by_label("Width in pixels").fill("1001")
    await expect(page.get_by_text("The width must be even")).to_be_visible()
    await page.get_by_label("Frames per second").select_option("25")
    await expect(page.locator(".example")).to_have_count(12)
    await page.get_by_role("button", name=re.compile("^Quote of the day")).click()
    await page.get_by_role("button", name="Create video").click()
    await expect(page.locator(".project-header")).to_contain_text("· 25 frames/s")
    await editor.until_made(2)


async def rename_and_copy(page: Page) -> None:
    await choose(page, EXAMPLE, "Rename")
    assert await violations(page) == []
    await page.get_by_role("textbox", name="Name of the video").fill("Stratus")
    await page.keyboard.press("Enter")
    await choose(page, "Stratus", "Duplicate")
    await expect(page.get_by_role("link", name="Copy of Stratus")).to_be_visible()


async def delete_and_undo(page: Page) -> None:
    """The way back has the focus: a key is enough."""
    await choose(page, "Stratus", "Delete")
    await expect(page.get_by_role("button", name="Undo")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("link", name=re.compile("^Stratus"))).to_be_visible()


async def choose(page: Page, name: str, word: str) -> None:
    """Something of the menu of a video."""
    await page.get_by_role("button", name=f"More for {name}", exact=True).click()
    await page.get_by_role("menuitem", name=word).click()
