import pytest
from playwright.async_api import BrowserContext, expect

from drills.server_process import ServerProcess
from tests.browser.editor import PROMPT, Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]

_RING = "() => getComputedStyle(document.activeElement).outlineStyle"
_FOCUSED = """() => {
  const { tagName, ariaLabel, textContent } = document.activeElement;
  return `${tagName} ${ariaLabel ?? textContent}`;
}"""


async def test_plays_pauses_steps_and_jumps(context: BrowserContext, server: ServerProcess) -> None:
    editor = await Editor.logged_in(context, server)
    await editor.make(PROMPT)
    await editor.until_made(3)
    await editor.pause_at(0)
    await editor.page.get_by_role("heading", name="Timeline").click()
    for key, frame in (("End", "179"), ("ArrowLeft", "178"), ("Home", "0"), ("ArrowRight", "1")):
        await editor.page.keyboard.press(key)
        await expect(editor.frame_slider).to_have_value(frame)
    await editor.page.keyboard.press("Space")
    await expect(editor.page.get_by_role("button", name="Pause")).to_be_visible()
    await expect(editor.frame_slider).not_to_have_value("1")
    await editor.page.keyboard.press("Space")
    await expect(editor.page.get_by_role("button", name="Play")).to_be_visible()


async def test_letters_typed_in_the_message_move_nothing(context: BrowserContext, server: ServerProcess) -> None:
    editor = await Editor.logged_in(context, server)
    await editor.make(PROMPT)
    await editor.until_made(3)
    await editor.pause_at(60)
    await editor.page.get_by_role("textbox", name="Message").press_sequentially("slower, please")
    await editor.page.keyboard.press("Home")
    await expect(editor.frame_slider).to_have_value("60")
    await expect(editor.page.get_by_role("textbox", name="Message")).to_have_value("slower, please")


async def test_everything_is_reached_by_tab_and_shows_where_the_focus_is(
    context: BrowserContext, server: ServerProcess
) -> None:
    editor = await Editor.logged_in(context, server)
    await editor.make(PROMPT)
    await editor.until_made(3)
    await editor.page.get_by_role("heading", name="Timeline").click()
    reached = []
    for _ in range(40):
        await editor.page.keyboard.press("Tab")
        reached.append(await editor.page.evaluate(_FOCUSED))
        if not reached[-1].startswith("BODY"):
            assert await editor.page.evaluate(_RING) != "none", reached[-1]
    for wanted in WANTED:
        assert any(name.startswith(wanted) for name in reached), (wanted, reached)


WANTED = (
    "A Bazaar",
    "INPUT Name of the video",
    "BUTTON Undo: ",
    "SELECT",
    "TEXTAREA Message",
    "BUTTON P",
    "INPUT Frame",
    "BUTTON Farther",
    "BUTTON 1 Title",
    "DIV Length of Title",
    "BUTTON Transition to Nimbus: Cut",
)
