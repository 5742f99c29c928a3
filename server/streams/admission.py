"""How many streams there may be: of one session, from one address, in all. Whoever is oldest makes room."""

from dataclasses import dataclass, field

from aiohttp import web

from server.problems import Problem
from server.streams.connection import Connection
from server.streams.limits import Limits


@dataclass(eq=False, slots=True)
class Seat:
    """One stream that was let in; the connection is there once it has opened."""

    session: str
    address: str
    name: str
    replaced: str | None = None
    _connection: Connection | None = field(default=None)

    def take(self, connection: Connection) -> None:
        """The stream has opened; it may have been replaced meanwhile."""
        self._connection = connection
        if self.replaced:
            connection.replace(self.replaced)

    def leave_to_newer(self, reason: str) -> None:
        """Make room."""
        self.replaced = reason
        if self._connection:
            self._connection.replace(reason)


class Admission:
    """Who is in, the oldest first."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._by_session: dict[str, dict[Seat, None]] = {}
        self._by_address: dict[str, dict[Seat, None]] = {}
        self._by_name: dict[tuple[str, str], Seat] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def enter(self, session: str, address: str, name: str) -> Seat:
        """A place for a stream, which it must leave in the end. Raises Problem 429 when there is none at all."""
        if self._count >= self._limits.in_all:
            detail = f"{self._limits.in_all} event streams are open, and no more are served; try again in a while"
            raise Problem(429, "streams.full", detail, headers={"Retry-After": "5"})
        seat = Seat(session, address, name)
        self._seat(seat)
        return seat

    def leave(self, seat: Seat) -> None:
        """Give the place back."""
        self._count -= 1
        if self._by_name.get((seat.session, seat.name)) is seat:
            del self._by_name[seat.session, seat.name]
        for group, key in ((self._by_session, seat.session), (self._by_address, seat.address)):
            seats = group.get(key, {})
            seats.pop(seat, None)
            if not seats:
                group.pop(key, None)

    def _seat(self, seat: Seat) -> None:
        old = self._by_name.get((seat.session, seat.name))
        if old:
            old.leave_to_newer("the same client opened its stream again")
        self._by_name[seat.session, seat.name] = seat
        self._count += 1
        of_session = self._by_session.setdefault(seat.session, {})
        of_address = self._by_address.setdefault(seat.address, {})
        for seats, most, of in (
            (of_session, self._limits.per_session, "session"),
            (of_address, self._limits.per_address, "address"),
        ):
            seats[seat] = None
            if len(seats) > most:
                _oldest_leaves(seats, f"more than {most} streams of one {of} are open")


def _oldest_leaves(seats: dict[Seat, None], reason: str) -> None:
    oldest = next(iter(seats))
    del seats[oldest]
    oldest.leave_to_newer(reason)


ADMISSION = web.AppKey("admission", Admission)
