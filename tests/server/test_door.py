from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, CookieJar

from server.door import COOKIE_LIFE_S, Door
from tests.server.living import OPERATOR_TOKEN, TOKEN, Site

pytestmark = pytest.mark.anyio


@pytest.fixture
async def browser() -> AsyncIterator[ClientSession]:
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        yield session


async def test_a_browser_that_logged_in_as_operator_is_let_into_the_console_and_nowhere_else(
    site: Site, browser: ClientSession
) -> None:
    await browser.get(f"{site.url}/console/login?token={OPERATOR_TOKEN}", allow_redirects=False)
    async with browser.get(f"{site.url}/console/api/snapshot") as response:
        assert response.status == 503  # let in: this server has no console
    async with browser.get(f"{site.url}/api/projects") as response:
        assert response.status == 401


async def test_a_browser_that_logged_in_to_the_editor_is_not_let_into_the_console(
    site: Site, browser: ClientSession
) -> None:
    await browser.get(f"{site.url}/login?token={TOKEN}", allow_redirects=False)
    async with browser.get(f"{site.url}/api/projects") as response:
        assert response.status == 200
    async with browser.get(f"{site.url}/console/api/snapshot") as response:
        assert response.status == 401


async def test_the_mark_of_one_door_opens_no_other(site: Site, browser: ClientSession) -> None:
    await browser.get(f"{site.url}/login?token={TOKEN}", allow_redirects=False)
    port = site.host.rpartition(":")[2]
    mark = next(cookie.value for cookie in browser.cookie_jar)
    async with browser.get(f"{site.url}/console/api/snapshot", cookies={f"bazaar_operator_{port}": mark}) as response:
        assert response.status == 401


def test_a_door_does_not_show_its_token() -> None:
    assert "secret" not in repr(Door("secret", "session", "/"))
    assert COOKIE_LIFE_S > 0
