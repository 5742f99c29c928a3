"""Takes the pictures of the README: `python -m tests.browser.pictures` writes them to docs/pictures, dark and light.

A real server, the demo composer, a video that plays; nothing is drawn by hand.
"""

import asyncio
import tempfile
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, expect

from app.settings import ROOT
from drills.chromium import chromium
from drills.server_process import ServerProcess
from tests.browser.editor import Editor

PICTURES = ROOT / "docs" / "pictures"
PROMPT = "A 12 second launch teaser for “Nimbus”, three scenes. Our colours are navy and coral."
CHANGE = "Make the second scene orange and slower"
SEEN_AT = 170
SHADES: tuple[Literal["dark", "light"], ...] = ("dark", "light")


async def take(folder: Path) -> None:
    """Both pictures, of one video each."""
    async with chromium() as browser:
        for shade in SHADES:
            with tempfile.TemporaryDirectory() as data:
                async with ServerProcess(Path(data), settings={"BAZAAR_INSPECT": "1"}) as server:
                    await _picture(browser, server, shade, folder / f"editor-{shade}.png")


async def _picture(browser: Browser, server: ServerProcess, shade: Literal["dark", "light"], file: Path) -> None:
    context = await browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=shade)
    editor = await Editor.logged_in(context, server)
    await editor.make(PROMPT)
    await editor.until_made(3)
    await editor.say(CHANGE)
    await editor.until_made(4)
    await editor.pause_at(SEEN_AT)
    await editor.see(lambda look: not look.is_blank)
    await editor.page.get_by_role("button", name="Play").click()
    await expect(editor.frame_slider).not_to_have_value(str(SEEN_AT))
    await editor.page.screenshot(path=file)
    await context.close()


if __name__ == "__main__":
    asyncio.run(take(PICTURES))
