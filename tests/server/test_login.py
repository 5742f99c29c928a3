from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, CookieJar

from server.login import safe_path
from tests.server.living import TOKEN, Site

pytestmark = pytest.mark.anyio


@pytest.fixture
async def browser() -> AsyncIterator[ClientSession]:
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        yield session


async def test_the_printed_address_logs_a_browser_in(site: Site, browser: ClientSession) -> None:
    asked = {"token": TOKEN, "next": "/?project=p"}
    async with browser.get(f"{site.url}/login", params=asked, allow_redirects=False) as response:
        assert (response.status, response.headers["Location"]) == (303, "/?project=p")
        cookie = response.headers["Set-Cookie"]
    assert cookie.startswith(f"bazaar_session_{site.host.rpartition(':')[2]}=")
    assert all(part in cookie for part in ("HttpOnly", "SameSite=Strict", "Path=/"))
    assert TOKEN not in cookie
    async with browser.get(f"{site.url}/api/projects") as response:
        assert response.status == 200


@pytest.mark.parametrize("token", ["", "wrong"])
async def test_a_wrong_token_logs_nobody_in(site: Site, browser: ClientSession, token: str) -> None:
    async with browser.get(f"{site.url}/login", params={"token": token}) as response:
        assert (response.status, (await response.json(content_type=None))["code"]) == (401, "token.wrong")
        assert "Set-Cookie" not in response.headers


async def test_a_browser_with_an_old_address_is_told_so_on_a_page(site: Site, browser: ClientSession) -> None:
    asked = {"token": "old"}
    async with browser.get(f"{site.url}/login", params=asked, headers={"Accept": "text/html"}) as response:
        assert (response.status, response.content_type) == (401, "text/html")


@pytest.mark.parametrize("path", ["/", "/?project=a%20b", "/#x"])
def test_goes_on_to_paths_of_ours(path: str) -> None:
    assert safe_path(path) == path


@pytest.mark.parametrize(
    "path", ["//evil.example", "/\\evil.example", "https://evil.example", "x", "", "/a\r\nb", "/ü"]
)
def test_never_leads_out(path: str) -> None:
    assert safe_path(path) == "/"
