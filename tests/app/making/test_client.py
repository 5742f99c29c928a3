import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager

import pytest
from aiohttp import web

from app.making import client as module
from app.making.client import Client, Heard, RefusedError, StreamLostError

pytestmark = pytest.mark.anyio

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
EVENTS = "/api/projects/p/events"


@asynccontextmanager
async def asking(**answers: Answer) -> AsyncIterator[Client]:
    """A client of a server that gives these answers to GET (and `post` to POST)."""
    app = web.Application()
    for path, answer in answers.items():
        app.router.add_route("POST" if path == "post" else "GET", EVENTS if path == "events" else f"/{path}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        async with Client(f"http://127.0.0.1:{runner.addresses[0][1]}", "a-token") as client:
            yield client
    finally:
        await runner.cleanup()


def block(number: int, name: str, data: object) -> bytes:
    return f"id: e.{number}\nevent: {name}\ndata: {json.dumps(data)}\n\n".encode()


async def taken(client: Client, count: int) -> list[Heard]:
    heard: list[Heard] = []
    async with aclosing(client.events("p")) as events:
        async for one in events:
            heard.append(one)
            if len(heard) == count:
                break
    return heard


async def test_goes_on_after_a_cut_behind_the_last_event_it_had() -> None:
    cursors: list[str | None] = []

    async def events(request: web.Request) -> web.StreamResponse:
        cursors.append(request.headers.get("Last-Event-ID"))
        response = web.StreamResponse()
        await response.prepare(request)
        first = 3 * len(cursors)
        half = block(first + 1, "cut", {})[:12]
        await response.write(b"retry: 1000\n\n" + block(first, "told", {"n": first}) + half)
        return response

    async with asking(events=events) as client:
        heard = await taken(client, 3)
    assert [(one.id, one.data["n"]) for one in heard] == [("e.3", 3), ("e.6", 6), ("e.9", 9)]
    assert cursors == [None, "e.3", "e.6"]


async def test_an_id_without_data_moves_the_cursor_and_a_live_update_does_not() -> None:
    cursors: list[str | None] = []

    async def events(request: web.Request) -> web.StreamResponse:
        cursors.append(request.headers.get("Last-Event-ID"))
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b'id: e.8\n\n: beat\n\nevent: message.delta\ndata: {"text": "Hi"}\n\n')
        return response

    async with asking(events=events) as client:
        heard = await taken(client, 2)
    assert heard[0] == Heard("message.delta", {"text": "Hi"}, None, '{"text": "Hi"}')
    assert cursors == [None, "e.8"]


async def test_takes_an_event_of_any_length() -> None:
    long = {"text": "ä" * 500_000}

    async def events(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(block(1, "snapshot", long))
        return response

    async with asking(events=events) as client:
        assert (await taken(client, 1))[0].data == long


async def test_gives_up_a_stream_that_cannot_be_opened_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RECONNECTS", 2)
    async with asking() as client:
        pass
    async with Client(client.url, "a-token") as alone:
        with pytest.raises(StreamLostError, match="could not be opened again"):
            await taken(alone, 1)


async def test_a_refusal_carries_the_sentence_of_the_server() -> None:
    async def refused(_: web.Request) -> web.StreamResponse:
        return web.json_response({"detail": "there is no project p", "code": "project.unknown"}, status=404)

    async with asking(thing=refused, events=refused) as client:
        with pytest.raises(RefusedError, match=r"there is no project p \(project.unknown\)"):
            await client.get("/thing")
        with pytest.raises(RefusedError, match=r"there is no project p \(project.unknown\)"):
            await client.get_bytes("/thing")
        with pytest.raises(RefusedError, match=r"there is no project p \(project.unknown\)"):
            await taken(client, 1)


async def test_an_answer_that_is_no_json_is_a_refusal() -> None:
    async def page(_: web.Request) -> web.StreamResponse:
        return web.Response(text="<html>", content_type="text/html")

    async with asking(page=page) as client:
        with pytest.raises(RefusedError, match="answered with something that is no JSON"):
            await client.get("/page")
        assert await client.get_bytes("/page") == b"<html>"


async def test_sends_the_token_with_a_command() -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.json_response({"token": request.headers["Authorization"], "body": await request.json()})

    async with asking(post=answer) as client:
        assert await client.post("/post", {"a": 1}) == {"token": "Bearer a-token", "body": {"a": 1}}
