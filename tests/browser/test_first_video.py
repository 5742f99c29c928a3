import asyncio
from itertools import combinations
from typing import Any

import pytest
from playwright.async_api import BrowserContext, Request, expect

from drills.server_process import ServerProcess
from tests.browser.editor import PROMPT, Editor
from tests.browser.looking import Look

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.slow]

SEEN_WITHIN_S = 15.0
ANOTHER_PICTURE = 5.0


async def scenes_of(server: ServerProcess, project: str) -> list[dict[str, Any]]:
    async with server.client() as client:
        scenes: list[dict[str, Any]] = (await client.get(f"/api/projects/{project}"))["scenes"]
        return scenes


async def test_a_sentence_becomes_a_plan_and_three_scenes_that_play(
    context: BrowserContext, server: ServerProcess
) -> None:
    editor = await Editor.logged_in(context, server)
    await editor.make(PROMPT)
    await expect(editor.page.get_by_text("Nimbus, 3 scenes")).to_be_visible()
    await editor.until_made(3)
    await editor.pause_at(0)
    looks: list[Look] = []
    async with asyncio.timeout(SEEN_WITHIN_S):
        for middle in (30, 90, 150):
            await editor.pause_at(middle)
            looks.append(
                await editor.see(
                    lambda now: not now.is_blank and all(now.differs_from(seen) > ANOTHER_PICTURE for seen in looks)
                )
            )
    assert all(one.differs_from(other) > ANOTHER_PICTURE for one, other in combinations(looks, 2))
    await editor.page.get_by_role("button", name="Play").click()
    await expect(editor.frame_slider).not_to_have_value("150")
    assert editor.faults == []


async def test_the_preview_asks_for_nothing_in_the_persons_name(context: BrowserContext, server: ServerProcess) -> None:
    asked: list[Request] = []
    context.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - it takes no built-in
    editor = await Editor.logged_in(context, server)
    await editor.make(PROMPT)
    await editor.until_made(3)
    # Of a shared worker's script Playwright never tells the headers.
    told = (request for request in asked if "stream-worker" not in request.url)
    loaded = [request for request in told if not request.is_navigation_request()]
    within = [request for request in loaded if request.frame.parent_frame]
    assert within
    assert [request.url for request in within if "cookie" in await request.all_headers()] == []
    by_the_page = [request for request in loaded if request not in within]
    assert by_the_page
    assert [request.url for request in by_the_page if "cookie" not in await request.all_headers()] == []


async def test_a_change_in_words_is_one_new_revision_of_one_scene(
    context: BrowserContext, server: ServerProcess
) -> None:
    editor = await Editor.logged_in(context, server)
    await editor.make(PROMPT)
    await editor.until_made(3)
    await editor.pause_at(90)
    async with asyncio.timeout(SEEN_WITHIN_S):
        before = await editor.see(lambda now: not now.is_blank)
    made = await scenes_of(server, editor.project)
    await editor.say("make the second scene orange and slower")
    await editor.until_made(4)
    now = await scenes_of(server, editor.project)
    changed = [index for index in range(3) if made[index]["revision"] != now[index]["revision"]]
    assert changed == [1]
    async with asyncio.timeout(SEEN_WITHIN_S):
        await editor.see(lambda now: now.differs_from(before) > ANOTHER_PICTURE and now.orange > before.orange)
