from contextlib import ExitStack

import pytest

from server.problems import Problem
from server.streams.admission import Admission, Seat
from server.streams.connection import Connection
from server.streams.limits import Limits
from tests.server.streams.made import client

SMALL = Limits(per_session=2, per_address=3, in_all=4)


class Room:
    """An admission with streams that stay until the end of the test."""

    def __init__(self, stack: ExitStack) -> None:
        self.admission = Admission(SMALL)
        self._stack = stack

    def come(self, session: str, address: str = "a", name: str | None = None) -> Seat:
        name = name or f"s{len(self.admission)}"
        seat = self.admission.enter(session, address, name)
        self._stack.callback(self.admission.leave, seat)
        return seat


def test_the_oldest_of_a_session_makes_room() -> None:
    with ExitStack() as stack:
        room = Room(stack)
        seats = [room.come("one") for _ in range(3)]
        assert [bool(seat.replaced) for seat in seats] == [True, False, False]


def test_the_oldest_of_an_address_makes_room() -> None:
    with ExitStack() as stack:
        room = Room(stack)
        seats = [room.come(f"session {number}") for number in range(4)]
        assert [bool(seat.replaced) for seat in seats] == [True, False, False, False]


def test_the_same_client_that_comes_again_replaces_itself() -> None:
    with ExitStack() as stack:
        room = Room(stack)
        first, second = room.come("one", name="tab"), room.come("one", name="tab")
        assert first.replaced == "the same client opened its stream again"
        assert second.replaced is None


def test_above_all_there_is_a_clear_refusal_and_room_again_when_one_leaves() -> None:
    with ExitStack() as stack:
        room = Room(stack)
        for number in range(3):
            room.come(f"session {number}", address=f"address {number}")
        last = room.admission.enter("last", "b", "x")
        with pytest.raises(Problem, match="4 event streams are open") as refused:
            room.admission.enter("c", "c", "c")
        assert (refused.value.status, refused.value.code) == (429, "streams.full")
        room.admission.leave(last)
        room.come("next")
    assert len(room.admission) == 0


def test_who_was_replaced_while_opening_is_told_when_it_has_opened() -> None:
    made, wire = client(0)
    connection = Connection(wire)
    connection.clients = [made]
    with ExitStack() as stack:
        room = Room(stack)
        seat = room.come("one", name="tab")
        room.come("one", name="tab")
        seat.take(connection)
        assert made.ended
    assert wire.written[0].startswith(b"event: replaced")
