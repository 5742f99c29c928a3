from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, expect

from drills.model_server import ModelServer
from drills.server_process import ServerProcess
from tests.app.drafts import PLAIN, writes
from tests.browser.editor import PROMPT, Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]


async def test_stop_ends_an_answer_in_its_middle_for_good_until_it_is_resumed(
    context: BrowserContext, tmp_path: Path
) -> None:
    async with (
        ModelServer(pace=0.5, script=writes(PLAIN)) as model,
        ServerProcess(tmp_path, settings=model.settings) as server,
    ):
        editor = await Editor.logged_in(context, server)
        await editor.make(PROMPT)
        await expect(editor.answers.locator(".growing")).to_contain_text("I plan")
        await editor.page.get_by_role("button", name="Stop").click()
        await expect(editor.answers).to_contain_text("The answer was stopped")
        await expect(editor.cards).to_have_count(0)
        await editor.page.reload()
        await expect(editor.answers).to_contain_text("The answer was stopped")
        assert len(model.asked) == 1
        await editor.page.get_by_role("button", name="Resume", exact=True).click()
        await editor.until_made(3)
