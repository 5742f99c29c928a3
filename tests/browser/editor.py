"""The editor as a person has it before them: what they type, press, read and see."""

import re
from collections.abc import Callable
from typing import Self

from playwright.async_api import BrowserContext, Locator, Page, expect

from drills.server_process import ServerProcess
from tests.browser.looking import Look, look

PROMPT = "A 6 second launch teaser for 'Nimbus', three scenes, navy and coral"
_GOES_ON_MS = 20_000
expect.set_options(timeout=_GOES_ON_MS)


class Editor:
    """A page with the editor in it; `faults` are what the browser complained of while it was open."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.answers = page.get_by_role("article", name="Answer")
        self.cards = page.locator(".job-card")
        self.connection = page.get_by_role("status", name="Connection")
        self.work = page.get_by_role("status", name="Work")
        self.preview = page.locator(".canvas")

    @classmethod
    async def logged_in(cls, context: BrowserContext, server: ServerProcess) -> Self:
        """Opened by the address that the server printed."""
        editor = cls(await context.new_page())
        await editor.page.goto(f"{server.url}/login?token={server.token}")
        return editor

    @classmethod
    async def at(cls, context: BrowserContext, address: str) -> Self:
        """Another tab, at the address of one that is open."""
        editor = cls(await context.new_page())
        await editor.page.goto(address)
        return editor

    @property
    def project(self) -> str:
        """The project that the address names."""
        return self.page.url.rpartition("/")[2]

    @property
    def frame_slider(self) -> Locator:
        """Where the playhead is, and is put."""
        return self.page.get_by_role("slider", name="Frame")

    async def say(self, text: str) -> None:
        """Type into the box that is there, and send it."""
        box = self.page.get_by_role("textbox", name=re.compile("^(Message|Describe your video)$"))
        await box.fill(text)
        await box.press("Enter")

    async def make(self, prompt: str) -> None:
        """Begin a video; back as soon as its page is there."""
        await self.say(prompt)
        await self.page.wait_for_url("**/#/projects/*")

    async def until_made(self, count: int) -> None:
        """Wait until so many components were published and nothing is under way any more."""
        await expect(self.page.locator(".job-card.completed")).to_have_count(count)
        await expect(self.work).to_have_text("All done")

    async def pause_at(self, frame: int) -> None:
        """Stop the playing and go to a frame."""
        pause = self.page.get_by_role("button", name="Pause")
        if await pause.count():
            await pause.click()
        await expect(self.page.get_by_role("button", name="Play")).to_be_visible()
        await self.frame_slider.fill(str(frame))
        await expect(self.frame_slider).to_have_value(str(frame))

    async def see(self, wanted: Callable[[Look], bool]) -> Look:
        """Look at the preview until it shows what is wanted; the frame draws a moment after it was told."""
        while not wanted(seen := await look(self.page, await self.preview.screenshot())):
            pass
        return seen

    async def told(self) -> list[str]:
        """Everything that stands in the conversation and in the list of scenes, once what was spent is there, too."""
        cards = self.page.locator(".job-card.completed")
        await expect(cards.filter(has_text="tokens")).to_have_count(await cards.count())
        return await self.page.locator(".message, .job-card, .clip").all_inner_texts()

    async def until_told(self, told: list[str]) -> None:
        """Wait until exactly this stands there: what was spent comes a moment later than the rest."""
        await expect(self.page.locator(".message, .job-card, .clip")).to_have_text(told, use_inner_text=True)
