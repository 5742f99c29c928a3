"""The console as an operator has it before them: where they go, what they order, what they read."""

from typing import Self

from playwright.async_api import BrowserContext, Locator, Page, expect

from app.credentials import operator_token_of
from drills.server_process import ServerProcess

REASON = "to see what happens"
_GOES_ON_MS = 20_000
expect.set_options(timeout=_GOES_ON_MS)


class Console:
    """A page with the console in it; `faults` are what the browser complained of while it was open."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.connection = page.get_by_role("status", name="Connection")
        self.actors = page.get_by_role("list", name="Actors").get_by_role("listitem")
        self.banner = page.get_by_role("status").filter(has_text="Broken on purpose")
        self.why = page.get_by_role("list", name="Why")

    @classmethod
    async def logged_in(cls, context: BrowserContext, server: ServerProcess) -> Self:
        """Opened by the console's address that the server printed; live."""
        console = cls(await context.new_page())
        await console.page.goto(f"{server.url}/console/login?token={operator_token_of(server.data)}")
        await expect(console.connection).to_have_text("Live")
        return console

    def actor(self, name: str) -> Locator:
        """Its row in the tree."""
        link = self.page.get_by_role("link", name=name, exact=True)
        return self.actors.filter(has=link)

    async def go(self, address: str) -> None:
        """To a page, by its address: `jobs`, `actors/llm`."""
        await self.page.evaluate("address => { window.location.hash = `#/${address}` }", address)

    async def order(self, button: str, confirmed_by: str, reason: str = REASON) -> None:
        """Press a button, say why, and confirm; back when the dialog has closed."""
        await self.page.get_by_role("button", name=button, exact=True).first.click()
        await self.confirm(confirmed_by, reason)

    async def turn_off(self, what: str) -> None:
        """Turn off the fault whose banner says this: several may be on."""
        await self.banner.filter(has_text=what).get_by_role("button", name="Turn off").click()
        await self.confirm("Turn the fault off")

    async def confirm(self, confirmed_by: str, reason: str = REASON) -> None:
        """Say why in the open dialog, and confirm it."""
        dialog = self.page.get_by_role("dialog")
        await dialog.get_by_label("Reason").fill(reason)
        await dialog.get_by_role("button", name=confirmed_by, exact=True).click()
        await expect(dialog).to_have_count(0)

    async def break_it(self, kind: str, fields: dict[str, str]) -> None:
        """Put a fault on by the form; back when its own page is there."""
        await self.go("faults")
        form = self.page.get_by_role("form", name="Break something")
        await form.get_by_label("Fault").select_option(kind)
        for label, value in {**fields, "Reason": REASON}.items():
            await form.get_by_label(label).fill(value)
        await form.get_by_role("button", name="Break it").click()
        await expect(self.page.get_by_role("heading", name="Fault", exact=True)).to_be_visible()
        await expect(self.banner.first).to_be_visible()
