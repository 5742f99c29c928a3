"""The browser's own switch: what went on meanwhile arrives afterwards, each thing once."""

from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, expect

from drills.model_server import ModelServer
from drills.server_process import ServerProcess
from tests.app.drafts import PLAIN, writes
from tests.browser.editor import PROMPT, Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]


async def test_what_went_on_while_the_browser_was_offline_arrives_once(context: BrowserContext, tmp_path: Path) -> None:
    model = ModelServer(pace=0.5, script=writes(PLAIN))
    async with model, ServerProcess(tmp_path, settings=model.settings) as server:
        editor = await Editor.logged_in(context, server)
        await editor.make(PROMPT)
        await expect(editor.answers.locator(".growing")).to_contain_text("I plan")
        await context.set_offline(offline=True)
        await expect(editor.connection).to_have_text("Offline")
        await context.set_offline(offline=False)
        await expect(editor.connection).to_have_text("Live")
        await editor.until_made(3)
        await expect(editor.answers).to_have_count(1)
        fresh = await Editor.at(context, editor.page.url)
        await fresh.until_made(3)
        assert await fresh.told() == await editor.told()
