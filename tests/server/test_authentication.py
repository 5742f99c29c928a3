from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, CookieJar

from tests.server.living import TOKEN, Site

pytestmark = pytest.mark.anyio


@pytest.fixture
async def stranger() -> AsyncIterator[ClientSession]:
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        yield session


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/projects"),
        ("POST", "/api/projects"),
        ("GET", "/api/projects/p/events"),
        ("GET", "/nothing"),
        ("GET", "/api/openapi.json"),
        ("POST", "/preview/x"),
        ("GET", "/"),
    ],
)
async def test_refuses_whoever_sends_no_token(site: Site, stranger: ClientSession, method: str, path: str) -> None:
    before = site.everything()
    async with stranger.request(method, site.url + path) as response:
        assert response.status == 401
        assert (await response.json(content_type=None))["code"] == "token.missing"
        assert response.headers["WWW-Authenticate"] == "Bearer"
    assert site.everything() == before


@pytest.mark.parametrize("given", ["wrong", TOKEN + "x", "", "ü"])
async def test_refuses_a_wrong_token(site: Site, stranger: ClientSession, given: str) -> None:
    headers = {"Authorization": f"Bearer {given}"}
    async with stranger.post(f"{site.url}/api/projects", headers=headers) as response:
        assert (response.status, (await response.json(content_type=None))["code"]) == (401, "token.wrong")


async def test_refuses_a_wrong_cookie(site: Site, stranger: ClientSession) -> None:
    port = site.host.rpartition(":")[2]
    async with stranger.get(f"{site.url}/api/projects", cookies={f"bazaar_session_{port}": TOKEN}) as response:
        assert (response.status, (await response.json(content_type=None))["code"]) == (401, "token.wrong")


async def test_tells_a_browser_in_plain_words_where_to_go(site: Site, stranger: ClientSession) -> None:
    async with stranger.get(f"{site.url}/", headers={"Accept": "text/html,*/*"}) as response:
        assert response.status == 401
        assert response.content_type == "text/html"
        assert "printed" in await response.text()


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/preview/vendor/nothing.js"])
async def test_leaves_open_what_needs_no_token(site: Site, stranger: ClientSession, path: str) -> None:
    async with stranger.get(site.url + path) as response:
        assert response.status != 401
