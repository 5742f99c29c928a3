import asyncio

import pytest

from pipeline.events.wire import Cursor, cursor_frame
from server.streams.wire import chunked
from tests.server.streams.made import client

pytestmark = pytest.mark.anyio


async def test_knows_where_it_stands_from_what_was_written() -> None:
    made, _ = client(3)
    made.write(chunked(b"x"), 7)
    assert made.cursor == Cursor("e", 7)


async def test_beats_only_while_live() -> None:
    made, wire = client(3)
    made.beat()
    assert wire.written == []
    made.go_live()
    made.beat()
    assert wire.written == [cursor_frame(Cursor("e", 3))]


async def test_a_beat_notices_who_cannot_take_more_and_who_left() -> None:
    made, wire = client(3)
    made.go_live()
    wire.paused = True
    made.beat()
    assert (made.is_live, made.ended, wire.written) == (False, False, [])
    wire.closing = True
    made.beat()
    assert made.ended


async def test_its_own_coroutine_sleeps_while_it_is_live() -> None:
    made, _ = client(3)
    made.go_live()
    waiting = asyncio.create_task(made.behind())
    await asyncio.sleep(0)
    assert not waiting.done()
    made.fall_behind()
    await waiting
