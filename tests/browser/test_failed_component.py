from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, expect

from drills.model_server import ModelServer
from drills.server_process import ServerProcess
from tests.app.drafts import FORBIDDEN, writes
from tests.browser.editor import Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]


async def test_says_what_was_wrong_and_goes_on_when_asked(context: BrowserContext, tmp_path: Path) -> None:
    mended = False
    model = ModelServer(script=writes(FORBIDDEN, wanted=lambda _: not mended))
    async with model, ServerProcess(tmp_path, settings=model.settings) as server:
        editor = await Editor.logged_in(context, server)
        await editor.make("A 3 second title that says 'Nimbus', one scene")
        card = editor.cards
        await expect(card).to_contain_text("Failed")
        await expect(card.get_by_role("alert")).not_to_be_empty()
        await card.get_by_text("1 error").click()
        await expect(card).to_contain_text("import.forbidden")
        mended = True
        await card.get_by_role("button", name="Resume", exact=True).click()
        await editor.until_made(1)
        await expect(card).to_contain_text("Published")
        await expect(card.get_by_role("alert")).to_have_count(0)


async def test_each_way_on_goes_on_and_the_last_good_revision_stays(context: BrowserContext, tmp_path: Path) -> None:
    refused = {"now": True}
    model = ModelServer(script=writes(FORBIDDEN, wanted=lambda _: refused["now"]))
    async with model, ServerProcess(tmp_path, settings=model.settings) as server:
        editor = await Editor.logged_in(context, server)
        await editor.make("A 3 second title that says 'Nimbus', one scene")
        await expect(editor.cards).to_contain_text("Failed")
        refused["now"] = False
        await editor.cards.get_by_role("button", name="Regenerate").click()
        await editor.until_made(1)
        refused["now"] = True
        await _failing_change(editor, "make the first scene orange", 1)
        refused["now"] = False
        await _said_otherwise(editor, 1)
        await editor.until_made(2)
        refused["now"] = True
        await _failing_change(editor, "make the first scene green", 2)
        await editor.cards.nth(2).get_by_role("button", name="Discard").click()
        await expect(editor.page.locator(".clip")).to_have_count(0)
        await editor.page.get_by_role("button", name="Undo:").click()
        await expect(editor.page.locator(".clip")).to_have_count(1)
        assert editor.faults == []


async def _failing_change(editor: Editor, words: str, card: int) -> None:
    await editor.say(words)
    await expect(editor.cards.nth(card)).to_contain_text("The last good revision stays on screen")
    await expect(editor.page.locator(".clip")).to_contain_text("the last good revision is shown")


async def _said_otherwise(editor: Editor, card: int) -> None:
    await editor.cards.nth(card).get_by_role("button", name="Edit and resume").click()
    await editor.page.get_by_label("Say what is wanted instead").fill("white on black")
    await editor.page.get_by_role("dialog").get_by_role("button", name="Resume").click()
