"""A component with an endless loop, which only a browser runs into: the frame freezes, the editor does not."""

from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, expect

from drills.model_server import ModelServer
from drills.server_process import ServerProcess
from tests.app.drafts import ENDLESS, writes
from tests.browser.editor import Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]


async def test_a_scene_that_freezes_is_switched_off_and_everything_else_goes_on(
    context: BrowserContext, tmp_path: Path
) -> None:
    model = ModelServer(script=writes(ENDLESS))
    async with model, ServerProcess(tmp_path, settings=model.settings) as server:
        editor = await Editor.logged_in(context, server)
        await editor.make("A 3 second title that says 'Nimbus', one scene")
        await editor.until_made(1)
        note = editor.page.locator(".canvas-chip.wrong")
        await expect(note).to_contain_text("stopped responding and was switched off")
        await editor.page.locator(".clip-body").first.click()
        name = editor.page.get_by_label("Name", exact=True)
        await name.fill("The frozen one")
        await name.press("Enter")
        await expect(editor.page.locator(".clip-name")).to_contain_text("The frozen one")
        await expect(editor.page.get_by_role("button", name="Pause")).to_be_visible()
        await expect(editor.frame_slider).not_to_have_value(await editor.frame_slider.input_value())
