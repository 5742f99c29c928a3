"""The preview as a maker uses it: played both ways, seen in other ways, pointed at, and set without the model."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Locator, expect

from drills.server_process import ServerProcess
from tests.browser.editor import Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]

TWO_SCENES = "A 6 second launch teaser for 'Nimbus', two scenes, navy and coral"
ORANGE = 0.3
"""The share of a picture whose background is orange; a third of that is not."""


@pytest.fixture(scope="module")
async def editor(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Editor]:
    """One finished video for all of them; none of them minds what another left."""
    async with ServerProcess(tmp_path_factory.mktemp("preview")) as server:
        context = await browser.new_context(viewport={"width": 1280, "height": 800})
        context.set_default_timeout(30_000)
        opened = await Editor.logged_in(context, server)
        await opened.make(TWO_SCENES)
        await opened.until_made(2)
        yield opened
        assert opened.faults == []
        await context.close()


def button(editor: Editor, name: str) -> Locator:
    return editor.page.get_by_role("button", name=name, exact=True)


async def frame_of(editor: Editor) -> int:
    return int(await editor.frame_slider.input_value())


async def test_plays_both_ways_faster_each_time_and_stops_at_the_end_when_it_is_not_to_go_round(
    editor: Editor,
) -> None:
    await editor.pause_at(100)
    await button(editor, "Loop").click()
    keys, rate = editor.page.keyboard, editor.page.locator(".rate")
    await button(editor, "Loop").evaluate("element => element.blur()")
    await keys.press("j")
    await keys.press("j")
    await expect(rate).to_contain_text("2")
    await expect(editor.frame_slider).to_have_value("0")
    await expect(button(editor, "Play")).to_be_visible()
    await keys.press("l")
    await expect(button(editor, "Pause")).to_be_visible()
    await keys.press("k")
    await expect(button(editor, "Play")).to_be_visible()
    assert await frame_of(editor) >= 0
    await button(editor, "Loop").click()


async def test_is_seen_at_its_own_size_with_its_safe_areas_and_on_the_full_screen(editor: Editor) -> None:
    fitting = await editor.preview.bounding_box()
    await button(editor, "100 %").click()
    actual = await editor.preview.bounding_box()
    assert fitting is not None
    assert actual is not None
    assert fitting["width"] < round(actual["width"]) == 1280
    await button(editor, "100 %").click()
    await button(editor, "Safe areas").click()
    await expect(editor.page.locator(".title-safe")).to_be_visible()
    await button(editor, "Safe areas").click()
    await button(editor, "Full screen").click()
    await expect(button(editor, "Full screen")).to_have_attribute("aria-pressed", "true")
    await button(editor, "Full screen").click()
    await expect(button(editor, "Full screen")).to_have_attribute("aria-pressed", "false")


async def test_what_is_clicked_on_is_what_the_next_message_speaks_of(editor: Editor) -> None:
    await editor.pause_at(70)
    box = await editor.preview.bounding_box()
    assert box is not None
    await editor.page.mouse.click(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.42)
    chip = editor.page.locator(".pointed-chip")
    await expect(chip).to_have_text("About the headline “Nimbus” in scene 1")
    message = editor.page.get_by_role("textbox", name="Message")
    await expect(message).to_be_focused()
    await message.fill("change this to 'Stratus'")
    await message.press("Enter")
    await editor.until_made(3)
    await expect(chip).to_have_count(0)
    said = editor.page.get_by_role("article", name="You").last
    await expect(said).to_contain_text("About the headline “Nimbus” in scene 1")
    await editor.page.reload()
    await expect(said).to_contain_text("About the headline “Nimbus” in scene 1")
    await editor.pause_at(70)
    await expect(editor.page.frame_locator("iframe").get_by_text("Stratus").first).to_be_visible()
    await editor.page.get_by_role("button", name="Point at something").press("Enter")
    await expect(chip).to_have_text("About the headline “Stratus” in scene 1")
    await editor.page.keyboard.press("Escape")
    await expect(chip).to_have_count(0)


async def test_what_a_component_declares_is_set_at_once_and_without_the_model(editor: Editor) -> None:
    cards = await editor.cards.count()
    await editor.page.locator(".clip-body").nth(1).click()
    headline = editor.page.get_by_label("Headline")
    await headline.fill("Cirrus")
    await headline.press("Enter")
    await editor.page.get_by_label("Background").fill("#ff8800")
    await editor.page.get_by_label("Background").blur()
    await editor.pause_at(160)
    await editor.see(lambda look: look.orange > ORANGE)
    await editor.page.get_by_role("button", name="Point at something").press("Enter")
    await expect(editor.page.locator(".pointed-chip")).to_contain_text("“Cirrus” in scene 2")
    assert await editor.cards.count() == cards
    await editor.page.keyboard.press("Escape")
    await editor.page.get_by_role("button", name="Undo:").click()
    await editor.see(lambda look: look.orange < ORANGE)
    await button(editor, "Close the inspector").click()
