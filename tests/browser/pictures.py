"""Takes the pictures of the documentation: `python -m tests.browser.pictures` writes ten states to docs/pictures.

A real server, the demo composer or a model that fails as it is told to, a video that plays; nothing is drawn by hand.
"""

import asyncio
import io
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.async_api import Browser, Page, expect

from app.settings import ROOT
from drills.chromium import chromium
from drills.model_server import ModelServer
from drills.server_process import ServerProcess
from tests.app.drafts import FORBIDDEN, SLOW, writes
from tests.browser.editor import Editor

PICTURES = ROOT / "docs" / "pictures"
PROMPT = "A 12 second launch teaser for “Nimbus”, three scenes. Our colours are navy and coral."
CHANGE = "Make the second scene orange and slower"
SEEN_AT = 170
QUALITY = 82
NOBODY = "http://127.0.0.1:9/v1"
"""No model answers there, so every attempt waits for the next one."""


async def take(folder: Path) -> None:
    """All ten."""
    async with chromium() as browser:
        await _before_and_after(browser, folder)
        await _dark(browser, folder)
        async with ModelServer(pace=0.4, script=writes(SLOW)) as slow:
            await _at_work(browser, slow, folder)
        async with ModelServer(script=writes(FORBIDDEN, wanted=lambda said: '"number": 2' in said)) as failing:
            await _failed(browser, failing, folder)
        await _waiting(browser, folder)


async def _before_and_after(browser: Browser, folder: Path) -> None:
    """Nothing yet, then a finished video: whole, its source, a comparison, and on a narrow screen."""
    async with _opened(browser, {"BAZAAR_INSPECT": "1"}, "light") as editor:
        await expect(editor.page.locator(".example")).to_have_count(12)
        await _keep(editor.page, folder / "empty.webp")
        await _finished(editor)
        await _keep(editor.page, folder / "done.webp")
        await editor.page.locator(".clip-body").nth(1).click()
        await editor.page.get_by_role("tab", name="Source").click()
        await expect(editor.page.get_by_role("textbox", name="Source of")).to_be_visible()
        await _keep(editor.page, folder / "source.webp")
        await editor.page.get_by_role("tab", name="Revisions").click()
        await editor.page.get_by_role("button", name="Compare").click()
        await expect(editor.page.locator(".cm-mergeView")).to_be_visible()
        await _keep(editor.page, folder / "diff.webp")
        await editor.page.keyboard.press("Escape")
        await editor.page.get_by_role("button", name="Close the inspector").click()
        await editor.page.set_viewport_size({"width": 1024, "height": 768})
        await editor.pause_at(SEEN_AT)
        await _keep(editor.page, folder / "narrow.webp")


async def _dark(browser: Browser, folder: Path) -> None:
    """Pointed at a headline, with what can be set of its scene beside it."""
    async with _opened(browser, {"BAZAAR_INSPECT": "1"}, "dark") as editor:
        await _finished(editor)
        await editor.page.locator(".clip-body").first.click()
        await editor.pause_at(70)
        await editor.page.get_by_role("button", name="Point at something").press("Enter")
        await expect(editor.page.locator(".pointed-chip")).to_be_visible()
        await _keep(editor.page, folder / "dark.webp")


async def _at_work(browser: Browser, model: ModelServer, folder: Path) -> None:
    async with _opened(browser, model.settings, "light") as editor:
        await editor.make(PROMPT)
        await expect(editor.answers.locator(".growing")).to_contain_text("I plan")
        await _keep(editor.page, folder / "planning.webp")
        await expect(editor.cards.locator("[aria-current=step]").first).to_contain_text("Validate")
        await _keep(editor.page, folder / "working.webp")


async def _failed(browser: Browser, model: ModelServer, folder: Path) -> None:
    async with _opened(browser, model.settings, "light") as editor:
        await editor.make(PROMPT)
        await expect(editor.page.locator(".job-card.completed")).to_have_count(2)
        await editor.page.get_by_role("button", name="Edit and resume").scroll_into_view_if_needed()
        await _keep(editor.page, folder / "failed.webp")


async def _waiting(browser: Browser, folder: Path) -> None:
    settings = {"OPENAI_BASE_URL": NOBODY, "OPENAI_API_KEY": "none", "BAZAAR_MODEL": "a-model"}
    async with _opened(browser, settings, "light") as editor:
        await editor.make(PROMPT)
        await expect(editor.page.get_by_text("Trying again")).to_be_visible()
        await _keep(editor.page, folder / "waiting.webp")


async def _finished(editor: Editor) -> None:
    await editor.make(PROMPT)
    await editor.until_made(3)
    await editor.say(CHANGE)
    await editor.until_made(4)
    await editor.pause_at(SEEN_AT)
    await editor.see(lambda look: not look.is_blank)


@asynccontextmanager
async def _opened(browser: Browser, settings: dict[str, str], shade: Literal["dark", "light"]) -> AsyncIterator[Editor]:
    """A server and a page of its own."""
    with tempfile.TemporaryDirectory() as data:
        async with ServerProcess(Path(data), settings=settings) as server:
            context = await browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=shade)
            context.set_default_timeout(60_000)
            yield await Editor.logged_in(context, server)
            await context.close()


async def _keep(page: Page, file: Path) -> None:
    """As small as it may be without being seen to be."""
    await page.wait_for_timeout(400)  # what moves has come to rest
    picture = Image.open(io.BytesIO(await page.screenshot()))
    picture.save(file, "WEBP", quality=QUALITY, method=6)


if __name__ == "__main__":
    asyncio.run(take(PICTURES))
