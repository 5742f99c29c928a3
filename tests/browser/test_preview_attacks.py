"""A component that passed every gate and is hostile: nothing of it gets out of the preview's frame."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web
from playwright.async_api import Browser, BrowserContext, Frame, Page, Route

from drills.server_process import ServerProcess
from tests.browser.attacks import EDITOR, HEARD_WITHOUT_A_FRAME, LEAVING, NETWORK, SILENT, component, unguarded
from tests.browser.editor import Editor

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]

MINE = "**/api/artifacts/*"
FORGED = (
    None,
    "ready",
    {"type": "sceneError", "scene": "<img src=x onerror='window.forged=1'>", "message": "<script>forged=1</script>"},
    {"type": "state", "frame": "1e9", "playing": "yes", "total": -1},
    {"type": "load", "video": {}, "scenes": []},
    {"type": "constructor", "__proto__": {"forged": 1}},
)


@dataclass
class Scene:
    """An editor whose preview runs the hostile component, and the paths that its attacker was asked for."""

    page: Page
    home: str
    there: str
    asked: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    downloads: list[str] = field(default_factory=list)

    @property
    def frame(self) -> Frame:
        """The preview's."""
        return next(frame for frame in self.page.frames if frame.parent_frame)

    async def begin(self) -> None:
        """Load the editor anew, until all has been tried."""
        await self.page.reload()
        await self.page.wait_for_selector("iframe", state="attached")
        while not await self.frame.evaluate("globalThis.tried !== undefined"):
            pass  # a frame that lets no string be run cannot be asked to wait
        await self.frame.evaluate("globalThis.tried")


@pytest.fixture(scope="module")
async def scene(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    """Everything that does not leave the frame has been tried, once for all tests."""
    asked: list[str] = []
    async with attacker(asked) as there, hostile(browser, tmp_path_factory.mktemp("attacked"), there, asked) as scene:
        yield scene


@asynccontextmanager
async def attacker(asked: list[str]) -> AsyncIterator[str]:
    """The address of a server that gives everybody everything, and notes what it was asked for."""

    async def get_anything(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(text="export default 1", headers={"Access-Control-Allow-Origin": "*"})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", get_anything)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def hostile(browser: Browser, folder: Path, there: str, asked: list[str]) -> AsyncIterator[Scene]:
    """A made video whose bundle is the attacker's from now on."""
    async with ServerProcess(folder) as server, await browser.new_context() as context:
        editor = await Editor.logged_in(context, server)
        await editor.make("A 2 second title that says 'Nimbus', one scene")
        await editor.until_made(1)
        scene = Scene(editor.page, server.url, there, asked)
        editor.page.on("dialog", lambda dialog: scene.dialogs.append(dialog.message))
        editor.page.on("download", lambda download: scene.downloads.append(download.url))
        code = component(there, server.url)

        async def answer(route: Route) -> None:
            await route.fulfill(body=code, content_type="text/javascript")

        await editor.page.route(MINE, answer)
        await scene.begin()
        yield scene


@pytest.mark.parametrize("attack", [*EDITOR, *NETWORK])
async def test_is_refused_when_it(scene: Scene, attack: str) -> None:
    met = await scene.frame.evaluate("globalThis.met")
    assert met[attack] != "went through"
    assert scene.asked == []


@pytest.mark.parametrize("attack", SILENT)
async def test_nobody_hears_of_it_when_it(scene: Scene, attack: str) -> None:
    met = await scene.frame.evaluate("globalThis.met")
    assert attack in met, "it was tried"
    assert (scene.asked, scene.dialogs, scene.downloads) == ([], [], [])


async def test_on_a_page_that_nothing_guards_all_of_them_are_heard_of(context: BrowserContext) -> None:
    asked: list[str] = []
    async with attacker(asked) as there:
        page = await context.new_page()
        await page.goto(there)
        await page.evaluate(unguarded(there))
        for path in HEARD_WITHOUT_A_FRAME.values():
            while path not in asked:
                await page.evaluate("0")


async def test_the_editor_takes_nothing_that_is_not_of_the_protocol(scene: Scene) -> None:
    for message in FORGED:
        await scene.frame.evaluate("message => parent.postMessage(message, '*')", message)
    await scene.page.evaluate(
        """messages => {
        const sibling = document.body.appendChild(document.createElement("iframe"));
        for (const message of messages) {
            window.dispatchEvent(new MessageEvent("message", { data: message, source: sibling.contentWindow }));
        }
        sibling.remove();
    }""",
        [{"type": "sceneError", "scene": "s", "message": "forged by a sibling"}, *FORGED],
    )
    assert await scene.page.evaluate("window.forged") is None
    assert await scene.page.evaluate("({}).forged") is None
    assert "forged by a sibling" not in await scene.page.inner_text("body")
    await scene.page.get_by_role("textbox", name="Message").fill("the editor still listens")


@pytest.mark.parametrize("attack", LEAVING)
async def test_the_frame_goes_nowhere_when_it(scene: Scene, attack: str) -> None:
    await scene.begin()
    names = f"const THERE = {scene.there!r}, HOME = {scene.home!r};"
    await scene.frame.evaluate(f"() => {{ {names} {LEAVING[attack]} }}")
    await scene.page.wait_for_timeout(300)
    assert [path for path in scene.asked if path.endswith(("walk", "refresh"))] == []
    assert "walked" not in await scene.frame.content()
    assert "New video" not in await scene.frame.content()
    await scene.page.get_by_role("textbox", name="Message").fill("the editor still listens")
