import asyncio

import pytest

from pipeline.events.wire import Cursor
from pipeline.ids import JobId
from server.streams.due import Due
from tests.server.streams.made import client

pytestmark = pytest.mark.anyio


async def test_knows_where_it_stands_from_what_was_written() -> None:
    made, _ = client(3)
    made.write(b"x", 7)
    assert (made.cursor, made.id) == (Cursor("e", 7), "e.7")


async def test_takes_what_is_due_in_one_write() -> None:
    made, wire = client(3)
    made.take([Due(4, JobId("j"), b"four "), Due(None, None, b"live "), Due(5, None, b"five")])
    assert (wire.written, made.seq) == ([b"four live five"], 5)


async def test_nothing_to_write_is_not_written() -> None:
    made, wire = client(3)
    made.write(b"", 4)
    assert (wire.written, made.seq) == ([], 4)


async def test_its_own_coroutine_sleeps_while_it_is_live() -> None:
    made, _ = client(3)
    made.go_live()
    waiting = asyncio.create_task(made.behind())
    await asyncio.sleep(0)
    assert not waiting.done()
    made.fall_behind()
    made.end()
    await waiting


async def test_one_that_is_not_live_waits_for_nothing() -> None:
    made, _ = client(3)
    await made.behind()
    assert not made.is_live
