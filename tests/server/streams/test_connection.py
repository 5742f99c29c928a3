from server.streams.client import Client
from server.streams.connection import Connection
from tests.server.streams.made import Wire, client

ENDED = b'event: error\ndata: {"code":"token.ended"'


def connected(*, wants_ping: bool = False, ends_at: float | None = None) -> tuple[Connection, Client, Wire]:
    made, wire = client(3)
    connection = Connection(wire, wants_ping=wants_ping, ends_at=ends_at)
    connection.clients = [made]
    return connection, made, wire


def test_beats_with_the_place_of_a_client_that_is_live() -> None:
    connection, made, wire = connected()
    connection.beat(0.0)
    assert wire.written == []
    made.go_live()
    connection.beat(0.0)
    assert wire.written == [b"id: e.3\n\n"]


def test_whoever_asked_for_it_gets_an_event_with_each_beat() -> None:
    connection, made, wire = connected(wants_ping=True)
    made.go_live()
    connection.beat(0.0)
    assert wire.written == [b"id: e.3\n\nevent: ping\ndata: {}\n\n"]


def test_a_beat_notices_who_cannot_take_more_and_who_left() -> None:
    connection, made, wire = connected()
    made.go_live()
    wire.paused = True
    connection.beat(0.0)
    assert (made.is_live, made.ended, wire.written) == (False, False, [])
    wire.closing = True
    connection.beat(0.0)
    assert made.ended


def test_a_stream_ends_with_the_token_it_was_opened_with_and_says_so() -> None:
    connection, made, wire = connected(ends_at=100.0)
    made.go_live()
    ended = []
    for now in (99.9, 100.0):
        connection.beat(now)
        ended.append(made.ended)
    assert ended == [False, True]
    assert wire.written[-1].startswith(ENDED)


def test_one_that_is_replaced_is_told_why_once() -> None:
    connection, made, wire = connected()
    connection.replace("too many")
    connection.replace("again")
    assert (made.ended, wire.finished) == (True, True)
    assert wire.written == [b'event: replaced\ndata: {"reason":"too many"}\n\n']


def test_one_that_takes_nothing_more_is_ended_without_a_word() -> None:
    connection, made, wire = connected()
    wire.paused = True
    connection.replace("too many")
    assert (made.ended, wire.written) == (True, [])
