import pytest

from pipeline.events.wire import Cursor
from pipeline.ids import JobId
from server.streams.client import Client
from server.streams.due import Due
from tests.server.streams.made import client


def test_knows_where_it_stands_from_what_was_written() -> None:
    made, _ = client(3)
    made.write(b"x", 7)
    assert (made.cursor, made.id) == (Cursor("e", 7), "e.7")


def test_takes_what_is_due_in_one_write() -> None:
    made, wire = client(3)
    made.take([Due(4, JobId("j"), b"four "), Due(None, None, b"live "), Due(5, None, b"five")])
    assert (wire.written, made.seq) == ([b"four live five"], 5)


def test_nothing_to_write_is_not_written() -> None:
    made, wire = client(3)
    made.write(b"", 4)
    assert (wire.written, made.seq) == ([], 4)


def test_somebody_is_called_to_catch_it_up_once_for_each_time_it_is_live_no_longer() -> None:
    made, _ = client(3)
    called: list[Client] = []
    made.behind = called.append
    made.fall_behind()
    assert called == []
    for _ in range(2):
        made.go_live()
        made.fall_behind()
        made.fall_behind()
    assert called == [made, made]


def test_nobody_catches_up_one_whose_stream_has_ended() -> None:
    made, _ = client(3)
    made.behind = lambda _: pytest.fail("it has ended")
    made.go_live()
    made.end()
    made.fall_behind()
    assert (made.is_live, made.ended) == (False, True)
