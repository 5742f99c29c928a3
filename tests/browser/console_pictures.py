"""Takes the pictures of docs/console.md: `python -m tests.browser.console_pictures` writes them to docs/pictures.

A real server, the demo composer, and things broken on purpose; nothing is drawn by hand.
"""

import asyncio
import tempfile
from contextlib import AsyncExitStack
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, BrowserContext, expect

from app.settings import ROOT
from drills.chromium import chromium
from drills.server_process import ServerProcess
from tests.browser.axe import Shade
from tests.browser.console import Console
from tests.browser.editor import Editor
from tests.browser.staged import asked, looping_build

PICTURES = ROOT / "docs" / "pictures"
PROMPT = "A 12 second launch teaser for “Nimbus”, three scenes. Our colours are navy and coral."


async def take(folder: Path) -> None:
    """All of them."""
    async with chromium() as browser:
        for stage in (_stuck, _loop, _ways_on):
            shade: Shade = "light" if stage is _ways_on else "dark"
            async with AsyncExitStack() as stack:
                data = Path(stack.enter_context(tempfile.TemporaryDirectory()))
                context = await _context(browser, shade)
                stack.push_async_callback(context.close)
                await stage(context, data, folder)


async def _context(browser: Browser, shade: Shade) -> BrowserContext:
    context = await browser.new_context(viewport={"width": 1280, "height": 760}, color_scheme=shade)
    context.set_default_timeout(20_000)
    return context


async def _stuck(context: BrowserContext, data: Path, folder: Path) -> None:
    """A tool that hangs, then a model that stalls."""
    async with ServerProcess(data) as server:
        console = await Console.logged_in(context, server)
        await console.break_it("hang", {"Actor": "tool_executor", "Only the nth that fits": "2"})
        await asked(context, server)
        await console.go("tree")
        await expect(console.actors.first).to_contain_text("for 5.")
        await _shoot(console, folder, "tree")
        await console.actor("tool_executor").get_by_role("link", name="its job").click()
        await _read(console, folder, "stuck-tool", "tool_executor has had")
        await console.go("actors/tool_executor")
        await expect(console.page.get_by_role("region", name="State")).to_be_visible()
        await _shoot(console, folder, "actor")
        await console.break_it("model-slow", {"Delay in seconds": "6"})
        await console.order("Turn off", "Turn the fault off")
        await console.go("tree")
        await console.actor("llm").get_by_role("link", name="its job").click()
        await _read(console, folder, "stuck-model", "llm has had")


async def _loop(context: BrowserContext, data: Path, folder: Path) -> None:
    """A build worker that draws a component which loops."""
    async with looping_build(context, data) as console:
        await console.go("tree")
        await console.actors.filter(has_text="Perform validate").get_by_role("link", name="its job").click()
        await _read(console, folder, "stuck-build", "has had 'Perform validate")


async def _ways_on(context: BrowserContext, data: Path, folder: Path) -> None:
    """What was told, what was not handled, what was broken, and the books."""
    async with ServerProcess(data) as server:
        console = await Console.logged_in(context, server)
        await console.break_it("drop", {"Actor": "event_broadcaster", "Only the nth that fits": "3"})
        await console.break_it("build-crash", {"Only the nth that fits": "1"})
        editor = await Editor.logged_in(context, server)
        await editor.make(PROMPT)
        await editor.until_made(3)
        await console.go("faults")
        await _shoot(console, folder, "faults")
        for left in (1, 0):
            await console.order("Turn off", "Turn the fault off")
            await expect(console.banner).to_have_count(left)
        for page in ("jobs", "events", "letters", "health", "incident"):
            await console.go(page)
            await _shoot(console, folder, page)
        await _of_one(console, folder)


async def _of_one(console: Console, folder: Path) -> None:
    """What one fault touched, and one of the jobs with its messages."""
    await console.go("faults")
    await console.page.get_by_role("listitem").filter(has_text="build worker dies").get_by_role("link").click()
    await _read(console, folder, "blast", "Recovered")
    await console.go("jobs?kind=component")
    await console.page.get_by_role("table").get_by_role("link").last.click()
    await _read(console, folder, "job", "Checkpoints")
    await console.page.get_by_role("link", name="its messages").click()
    await console.page.get_by_role("list", name="Messages in order").get_by_role("button").first.click()
    await _read(console, folder, "messages", "Its trace")


async def _read(console: Console, folder: Path, name: str, words: str) -> None:
    await expect(console.page.get_by_role("main")).to_contain_text(words)
    await _shoot(console, folder, name)


async def _shoot(console: Console, folder: Path, name: str) -> None:
    """With few colours: a page has not many, and the picture is a third."""
    await expect(console.page.get_by_role("heading", level=1)).to_be_visible()
    await expect(console.page.get_by_text("Loading…")).to_have_count(0)
    picture = Image.open(BytesIO(await console.page.screenshot())).convert("RGB")
    picture.quantize(200).save(folder / f"console-{name}.png", optimize=True)


if __name__ == "__main__":
    asyncio.run(take(PICTURES))
