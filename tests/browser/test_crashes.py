"""kill -9 under the eyes of a person: the page waits, says so, and goes on by itself, with each thing once."""

from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, expect

from drills.model_server import ModelServer
from drills.server_process import ServerProcess
from tests.app.drafts import PLAIN, SLOW, writes
from tests.browser.editor import PROMPT, Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]

ONE_SCENE = "A 3 second title that says 'Nimbus', one scene"


async def goes_on(editor: Editor, context: BrowserContext, server: ServerProcess, count: int) -> None:
    """Killed and started again; the page that stayed ends as one that was never there before."""
    await server.kill()
    await expect(editor.connection).to_have_text("Reconnecting")
    await server.start()
    await editor.until_made(count)
    await expect(editor.connection).to_have_text("Live")
    await expect(editor.answers).to_have_count(1)
    await expect(editor.cards).to_have_count(count)
    fresh = await Editor.at(context, editor.page.url)
    await fresh.until_made(count)
    await fresh.until_told(await editor.told())
    assert editor.faults == []


async def test_in_the_middle_of_the_answer(context: BrowserContext, tmp_path: Path) -> None:
    async with (
        ModelServer(pace=0.5, script=writes(PLAIN)) as model,
        ServerProcess(tmp_path, settings=model.settings) as server,
    ):
        editor = await Editor.logged_in(context, server)
        await editor.make(PROMPT)
        await expect(editor.answers.locator(".growing")).to_contain_text("I plan")
        await goes_on(editor, context, server, 3)


async def test_in_the_middle_of_a_component(context: BrowserContext, tmp_path: Path) -> None:
    async with ModelServer(script=writes(SLOW)) as model, ServerProcess(tmp_path, settings=model.settings) as server:
        editor = await Editor.logged_in(context, server)
        await editor.make(ONE_SCENE)
        await expect(editor.cards.locator("[aria-current=step]")).to_contain_text("Validate")
        await goes_on(editor, context, server, 1)


async def test_what_is_said_while_the_server_is_away_is_kept_and_arrives_once(
    context: BrowserContext, server: ServerProcess
) -> None:
    editor = await Editor.logged_in(context, server)
    await editor.make(ONE_SCENE)
    await editor.until_made(1)
    await server.kill()
    await expect(editor.connection).to_have_text("Reconnecting")
    await editor.say("make the first scene orange")
    await expect(editor.page.get_by_role("textbox", name="Message")).to_have_value("make the first scene orange")
    await server.start()
    given_up = editor.page.locator(".prompt-box").get_by_role("alert")
    await expect(given_up.or_(editor.answers.nth(1))).to_be_visible()
    if await given_up.count():
        await editor.page.get_by_role("textbox", name="Message").press("Enter")
    await editor.until_made(2)
    await expect(editor.page.get_by_role("textbox", name="Message")).to_have_value("")
    await expect(editor.answers).to_have_count(2)
