"""A Chromium for tests and drills to act a person with, driven by Playwright."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, async_playwright

from app.setup.children import environment
from app.setup.chromium import locate
from app.setup.places import here

# A frame that hangs must hang alone, so it gets a process of its own; and nothing is asked of any network.
_ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--site-per-process", "--no-first-run", "--no-default-browser-check"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pings"),
    *("--disable-domain-reliability", "--font-render-hinting=none"),
)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A running one, headless; leaving closes it. Raises NoChromiumError."""
    found = locate(here())
    # What is local is asked directly, whatever proxy the environment names.
    env: dict[str, str | float | bool] = {**environment(found.extra), "NO_PROXY": "*", "no_proxy": "*"}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found.program, args=_ARGUMENTS, env=env)
        try:
            yield browser
        finally:
            await browser.close()
