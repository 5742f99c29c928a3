"""The timeline and the inspector, on a finished video: everything by pointer and by keyboard, and back by undo."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import BrowserContext, Locator, expect

from drills.server_process import ServerProcess
from tests.browser.editor import PROMPT, Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
async def editor(context: BrowserContext, server: ServerProcess) -> AsyncIterator[Editor]:
    opened = await Editor.logged_in(context, server)
    await opened.make(PROMPT)
    await opened.until_made(3)
    yield opened
    assert opened.faults == []


def clip(editor: Editor, place: int) -> Locator:
    return editor.page.locator(".clip-body").nth(place)


async def names(editor: Editor) -> list[str]:
    return await editor.page.locator(".clip-name").all_inner_texts()


def button(editor: Editor, name: str) -> Locator:
    return editor.page.get_by_role("button", name=name)


async def test_clips_are_put_in_order_by_keyboard_and_by_dragging_and_undone_across_a_reload(editor: Editor) -> None:
    before = await names(editor)
    await clip(editor, 0).press("Alt+ArrowRight")
    await expect(clip(editor, 1)).to_contain_text(before[0].split()[-1])
    box, last = await clip(editor, 1).bounding_box(), await clip(editor, 2).bounding_box()
    assert box is not None
    assert last is not None
    await editor.page.mouse.move(box["x"] + 20, box["y"] + 20)
    await editor.page.mouse.down()
    await editor.page.mouse.move(last["x"] + last["width"], box["y"] + 20, steps=8)
    await editor.page.mouse.up()
    await expect(clip(editor, 2)).to_contain_text(before[0].split()[-1])
    await editor.page.reload()
    await expect(clip(editor, 2)).to_contain_text(before[0].split()[-1])
    for _ in range(2):
        await editor.page.keyboard.press("Control+z")
        await expect(button(editor, "Redo:")).to_be_enabled()
        await editor.page.wait_for_timeout(100)
    await expect(clip(editor, 0)).to_contain_text(before[0].split()[-1])
    await editor.page.keyboard.press("Control+Shift+z")
    await expect(clip(editor, 1)).to_contain_text(before[0].split()[-1])


async def test_a_scene_is_trimmed_by_its_edge(editor: Editor) -> None:
    edge = editor.page.get_by_role("slider", name="Length of").first
    length = int(await edge.get_attribute("aria-valuenow") or 0)
    await edge.press("Shift+ArrowLeft")
    await expect(edge).to_have_attribute("aria-valuenow", str(length - 10))
    await _drag(editor, edge)
    await editor.page.keyboard.press("Escape")
    await editor.page.mouse.up()
    await expect(edge).to_have_attribute("aria-valuenow", str(length - 10))
    await _drag(editor, edge)
    await editor.page.mouse.up()
    await expect(edge).not_to_have_attribute("aria-valuenow", str(length - 10))


async def _drag(editor: Editor, edge: Locator) -> None:
    """Take it and pull it to the left."""
    await edge.hover(position={"x": 4, "y": 12})
    box = await edge.bounding_box()
    assert box is not None
    await editor.page.mouse.down()
    await editor.page.mouse.move(box["x"] - 80, box["y"] + 12, steps=5)


async def test_a_scene_is_duplicated_removed_and_brought_back(editor: Editor) -> None:
    await clip(editor, 1).press("Control+d")
    await expect(editor.page.locator(".clip")).to_have_count(4)
    await clip(editor, 0).press("Delete")
    await expect(editor.page.locator(".clip")).to_have_count(3)
    await button(editor, "Undo:").click()
    await expect(editor.page.locator(".clip")).to_have_count(4)


async def test_a_transition_is_chosen_where_two_scenes_meet(editor: Editor) -> None:
    await button(editor, "Transition to").first.click()
    await editor.page.get_by_role("menuitemradio", name="Fade").click()
    await expect(button(editor, "Transition to").first).to_have_accessible_name("Transition to Nimbus: Fade")


async def test_the_inspector_changes_name_and_length_at_once(editor: Editor) -> None:
    await clip(editor, 0).click()
    name = editor.page.get_by_label("Name", exact=True)
    await name.fill("The beginning")
    await name.press("Enter")
    await expect(clip(editor, 0)).to_contain_text("The beginning")
    length = editor.page.get_by_label("Length in seconds")
    await length.fill("1.5")
    await length.press("Enter")
    await expect(clip(editor, 0)).to_contain_text("1.5 s")
    await length.fill("")
    await length.press("Enter")
    await expect(length).to_have_value("1.5")


async def test_a_source_of_ones_own_is_checked_and_shown_and_an_earlier_revision_comes_back(editor: Editor) -> None:
    await clip(editor, 0).click()
    await editor.page.get_by_role("tab", name="Source").click()
    code = editor.page.get_by_role("textbox", name="Source of")
    await code.fill("export default function Scene() {\n  return <p>{Date.now()}</p>;\n}\n")
    await button(editor, "Check and show").click()
    await expect(editor.page.locator(".inspector")).to_contain_text("policy.")
    await expect(editor.page.locator(".cm-lint-marker-error")).to_have_count(1)
    await code.fill(OWN)
    await button(editor, "Check and show").click()
    await editor.page.get_by_role("tab", name="Revisions").click()
    await expect(editor.page.locator(".revision")).to_have_count(2)
    await expect(editor.page.locator(".revision").first).to_contain_text("Source of your own")
    await button(editor, "Compare").click()
    await expect(editor.page.get_by_role("dialog")).to_contain_text("Revision 1 beside revision 2")
    await editor.page.keyboard.press("Escape")
    await button(editor, "Show again").click()
    await expect(editor.page.locator(".revision.current")).to_contain_text("Revision 1")


OWN = """import { AbsoluteFill, useCurrentFrame } from "remotion";
export default function Scene() {
  const frame = useCurrentFrame();
  return <AbsoluteFill style={{ background: "#204060", color: "white", fontSize: 90 }}>Mine {frame}</AbsoluteFill>;
}
"""


async def test_the_name_of_the_video_is_changed_where_it_stands(editor: Editor) -> None:
    name = editor.page.get_by_role("textbox", name="Name of the video")
    await name.fill("Nimbus, once more")
    await name.press("Enter")
    await expect(button(editor, "Undo:")).to_be_enabled()
    await editor.page.reload()
    await expect(name).to_have_value("Nimbus, once more")


async def test_the_theme_is_chosen_and_kept(editor: Editor) -> None:
    await editor.page.get_by_label("Appearance").select_option("light")
    await editor.page.reload()
    assert await editor.page.evaluate("document.documentElement.style.colorScheme") == "light"
