from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

import pytest
from aiohttp import web
from playwright.async_api import BrowserContext, expect

from drills.server_process import ServerProcess
from tests.browser.editor import Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]

_ASK = """async ([url, options]) => {
  try {
    const response = await fetch(url, { credentials: "include", ...options });
    return `${response.type} ${await response.text()}`;
  } catch {
    return "refused";
  }
}"""

_POST_FORM = """url => {
  const form = document.body.appendChild(document.createElement("form"));
  Object.assign(form, { method: "post", action: url, enctype: "text/plain" }).submit();
}"""


@asynccontextmanager
async def foreign_page() -> AsyncIterator[str]:
    """The page of somebody else, on the same machine: to a cookie it is the same site."""

    async def get_page(_: web.Request) -> web.Response:
        return web.Response(text="<p>a page of somebody else</p>", content_type="text/html")

    app = web.Application()
    app.router.add_get("/", get_page)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    await runner.cleanup()


async def test_a_stranger_is_told_where_to_go(context: BrowserContext, server: ServerProcess) -> None:
    page = await context.new_page()
    answer = await page.goto(server.url)
    assert answer is not None
    assert answer.status == HTTPStatus.UNAUTHORIZED
    await expect(page.get_by_role("heading")).to_have_text("Not logged in")
    await expect(page.get_by_text("Open the address that Bazaar printed when it started.")).to_be_visible()
    assert await context.cookies() == []


async def test_the_printed_address_leaves_a_cookie_and_the_token_leaves_the_address(
    context: BrowserContext, server: ServerProcess
) -> None:
    editor = await Editor.logged_in(context, server)
    await expect(editor.page.get_by_role("heading", name="New video")).to_be_visible()
    assert server.token not in editor.page.url
    [cookie] = await context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    assert server.token not in cookie["value"]
    again = await Editor.at(context, server.url)
    await expect(again.page.get_by_role("heading", name="New video")).to_be_visible()


async def test_the_page_of_somebody_else_reads_and_changes_nothing(
    context: BrowserContext, server: ServerProcess
) -> None:
    await Editor.logged_in(context, server)
    async with foreign_page() as address, server.client() as client:
        page = await context.new_page()
        await page.goto(address)
        url = f"{server.url}/api/projects"
        assert await page.evaluate(_ASK, [url, {}]) == "refused"
        simple = {"method": "POST", "mode": "no-cors", "body": "{}"}
        assert await page.evaluate(_ASK, [url, simple]) in {"opaque ", "refused"}
        told = {"method": "POST", "body": "{}", "headers": {"Content-Type": "application/json"}}
        assert await page.evaluate(_ASK, [url, told]) == "refused"
        async with page.expect_navigation() as answer:
            await page.evaluate(_POST_FORM, url)
        refusal = await answer.value
        assert refusal.status == HTTPStatus.FORBIDDEN
        assert (await refusal.json())["code"] == "origin.foreign"
        assert (await client.get("/api/projects"))["projects"] == []
