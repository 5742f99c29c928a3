import socket
from contextlib import ExitStack
from pathlib import Path

import pytest
from aiohttp import web

from server import application as application_module
from server.application import LET_IN_AT_ONCE, application, listen, runner
from server.streams.notes import Notes
from tests.server.asking import ask
from tests.server.blocks import stream
from tests.server.living import PROJECT, Site, living
from tests.server.ticking import until

pytestmark = pytest.mark.anyio

EVENTS = f"/api/projects/{PROJECT}/events"


async def test_a_handler_ends_with_its_client(site: Site) -> None:
    made = runner(application(site.handles))
    await made.setup()
    try:
        assert isinstance(made.server, web.Server)
        assert made.server.handler_cancellation
    finally:
        await made.cleanup()


async def test_many_more_may_stand_in_line_than_are_let_in_at_once(site: Site) -> None:
    made, listener = runner(application(site.handles)), socket.create_server(("127.0.0.1", 0))
    await made.setup()
    await listen(made, listener)
    with ExitStack() as callers:
        for _ in range(5 * LET_IN_AT_ONCE):  # the loop lets nobody in meanwhile
            callers.enter_context(socket.create_connection(listener.getsockname(), timeout=30))
    await made.cleanup()


async def test_quiet_streams_are_kept_alive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application_module, "HEARTBEAT_S", 0.01)
    async with living(tmp_path) as site:
        site.begin()
        async with stream(site.session, site.url + EVENTS) as blocks:
            snapshot = await blocks.event()
            await blocks.live()
            beat = await blocks.next()
    assert (beat.event, beat.id) == (None, snapshot.id)


async def test_a_note_that_fails_is_logged_and_the_next_one_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(application_module, "NOTE_S", 0.001)
    failures: list[RuntimeError] = []

    def fail(_: Notes) -> None:
        failures.append(RuntimeError("odd"))
        raise failures[-1]

    monkeypatch.setattr(Notes, "note_changed", fail)
    async with living(tmp_path):
        await until(lambda: len(failures) > 1)
    assert "a timer of the streams failed" in caplog.text


async def test_how_far_streams_are_is_noted_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application_module, "NOTE_S", 0.01)
    async with living(tmp_path) as site:
        site.begin()
        async with stream(site.session, site.url + EVENTS) as blocks:
            await blocks.event()
            await until(lambda: bool(site.journal.noted) and site.journal.noted[-1].last_event_id == blocks.last_id)


async def test_a_stream_is_only_for_reading(site: Site) -> None:
    site.begin()
    async with site.session.head(site.url + EVENTS) as response:
        assert response.status == 405
    assert (await ask(site, "POST", EVENTS)).refusal == (405, "method.not-allowed")
