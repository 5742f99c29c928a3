"""What a person types while an answer is written, the plan that fills in, and the pictures that go with a message."""

import asyncio
import base64
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, FilePayload, expect

from drills.model_server import ModelServer
from drills.server_process import ServerProcess
from tests.app.drafts import PLAIN, writes
from tests.browser.axe import violations
from tests.browser.editor import PROMPT, Editor
from tests.browser.test_given_pictures import orange_picture

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]

_GIVE = """([png, name, kind]) => {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const data = new DataTransfer();
  data.items.add(new File([bytes], name, { type: "image/png" }));
  const event = kind === "paste"
    ? new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
    : new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
  document.querySelector(kind === "paste" ? ".prompt-box textarea" : ".messages").dispatchEvent(event);
}"""


async def test_what_is_said_meanwhile_waits_and_pictures_go_with_it(context: BrowserContext, tmp_path: Path) -> None:
    opening = asyncio.Event()
    async with (
        ModelServer(script=writes(PLAIN), opening=opening) as model,
        ServerProcess(tmp_path, settings={**model.settings, "BAZAAR_INSPECT": "0"}) as server,
    ):
        editor = await Editor.logged_in(context, server)
        await editor.make(PROMPT)
        await change_and_withdraw(editor)
        opening.set()
        plan = editor.page.get_by_role("list", name="Planned scenes").first.get_by_role("listitem")
        await expect(plan).to_have_count(3)
        await expect(plan.filter(has_text="Ready")).to_have_count(3)
        await editor.until_made(4)
        await attach(editor)
        assert editor.faults == []


async def change_and_withdraw(editor: Editor) -> None:
    """Of two messages that wait, one is said otherwise and one is taken back."""
    waiting = editor.page.locator(".message.user.waiting")
    await editor.say("Make the first scene orange")
    await expect(waiting).to_have_count(1)
    await editor.say("Remove the second scene")
    await expect(waiting).to_have_count(2)
    await waiting.nth(1).get_by_role("button", name="Withdraw").click()
    await expect(waiting).to_have_count(1)
    await waiting.get_by_role("button", name="Edit").click()
    assert await violations(editor.page) == []
    await editor.page.get_by_role("textbox", name="The waiting message").fill("Make the first scene red")
    await editor.page.get_by_role("button", name="Keep the change").click()
    await expect(waiting).to_contain_text("Make the first scene red")


async def attach(editor: Editor) -> None:
    """By the button, by pasting, by dropping; one is taken out again, and what is typed survives a reload."""
    page, png = editor.page, orange_picture()
    held = page.get_by_role("list", name="Attached pictures").locator("li", has=page.get_by_role("button"))
    chosen = page.locator("input[type=file]")
    await chosen.set_input_files(FilePayload(name="notes.txt", mimeType="text/plain", buffer=b"x"))
    await expect(held).to_contain_text("Only PNG")
    assert await violations(page) == []
    await page.get_by_role("button", name="Remove notes.txt").click()
    await chosen.set_input_files(FilePayload(name="our logo.png", mimeType="image/png", buffer=png))
    for kind in ("paste", "drop"):
        await page.evaluate(_GIVE, [base64.b64encode(png).decode(), f"{kind}.png", kind])
    await expect(held.filter(has_text="used exactly as it is")).to_have_count(3)
    await page.get_by_role("button", name="Remove drop.png").click()
    await editor.say("Put our logo into the last scene")
    sent = page.locator(".message.user", has_text="Put our logo").get_by_role("img")
    await expect(sent).to_have_count(2)
    assert await sent.first.evaluate("async (image) => { await image.decode(); return image.naturalWidth; }") == 64
    await expect(held).to_have_count(0)
    await page.get_by_role("textbox", name="Message").fill("And then")
    await page.reload()
    await expect(page.get_by_role("textbox", name="Message")).to_have_value("And then")
