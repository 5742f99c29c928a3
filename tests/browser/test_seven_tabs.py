import pytest
from playwright.async_api import BrowserContext, expect

from app.making.client import Client
from drills.server_process import ServerProcess
from tests.browser.editor import PROMPT, Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]

TABS = 7
WITHOUT_WORKERS = "delete window.SharedWorker"


async def streams_of(server: ServerProcess) -> int:
    async with Client(server.url, server.token) as client:
        return len((await client.get("/api/streams"))["open"])


@pytest.mark.parametrize("without", ["", WITHOUT_WORKERS])
async def test_seven_tabs_on_one_project_are_all_live(
    context: BrowserContext, server: ServerProcess, without: str
) -> None:
    if without:
        await context.add_init_script(without)
    first = await Editor.logged_in(context, server)
    await first.make(PROMPT)
    opened = [first, *[await Editor.at(context, first.page.url) for _ in range(TABS - 1)]]
    for tab in opened:
        await expect(tab.connection).to_have_text("Live")
        await tab.until_made(3)
    assert await streams_of(server) == 1
    await opened[0].page.close()
    await opened[1].say("make the second scene orange")
    for tab in opened[1:]:
        await tab.until_made(4)
        await expect(tab.connection).to_have_text("Live")
    assert len({"".join(await tab.told()) for tab in opened[1:]}) == 1
    assert not [fault for tab in opened for fault in tab.faults]


async def test_tabs_on_several_projects_share_one_connection_through_a_crash(
    context: BrowserContext, server: ServerProcess
) -> None:
    first = await Editor.logged_in(context, server)
    await first.make(PROMPT)
    second = await Editor.logged_in(context, server)
    await second.make(PROMPT)
    for tab in (first, second):
        await tab.until_made(3)
    assert await streams_of(server) == 2  # two projects, on one connection
    await server.kill()
    await expect(first.connection).to_have_text("Reconnecting")
    await server.start()
    await second.say("make the second scene orange")
    await second.until_made(4)
    await expect(first.connection).to_have_text("Live")
