import pytest
from playwright.async_api import BrowserContext, expect

from drills.server_process import ServerProcess
from tests.browser.editor import PROMPT, Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]


async def test_two_tabs_see_the_same_live_and_one_that_closes_stops_nothing(
    context: BrowserContext, server: ServerProcess
) -> None:
    leaving = await Editor.logged_in(context, server)
    await leaving.make(PROMPT)
    staying = await Editor.at(context, leaving.page.url)
    await expect(staying.answers).to_contain_text("3 scenes are planned")
    await expect(leaving.answers).to_contain_text("3 scenes are planned")
    await leaving.page.close()
    await staying.until_made(3)
    third = await Editor.at(context, staying.page.url)
    await third.until_made(3)
    await staying.say("make the second scene orange")
    fourth = await Editor.at(context, staying.page.url)
    for tab in (staying, third, fourth):
        await tab.until_made(4)
    told = await staying.told()
    await third.until_told(told)
    await fourth.until_told(told)


async def test_a_page_that_is_opened_again_shows_the_video_as_it_was_left(
    context: BrowserContext, server: ServerProcess
) -> None:
    editor = await Editor.logged_in(context, server)
    await editor.make(PROMPT)
    await editor.until_made(3)
    await editor.say("make the second scene orange")
    await editor.until_made(4)
    before = await editor.told()
    await editor.page.reload()
    await editor.until_made(4)
    await editor.until_told(before)
    await editor.page.get_by_role("link", name="Bazaar").click()
    await editor.page.get_by_role("link", name="Nimbus").click()
    await editor.until_made(4)
    await editor.until_told(before)
