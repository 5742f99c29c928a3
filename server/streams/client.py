"""A client of one project: a cursor and a state. It is live, or behind and being caught up."""

from collections.abc import Callable, Iterable

from pipeline.events.wire import Cursor
from pipeline.ids import ProjectId
from server.streams.due import Due
from server.streams.view import WHOLE, View, renamed
from server.streams.wire import Wire, chunked


def _unheard(client: "Client") -> None:
    """For one whom nobody catches up."""


class Client:
    """One that `is_steady` gets the very bytes that the others get; `send` is its wire's, for that path.

    `seq` is the last event written to it, or passed over as none of its own; never one that is not. `behind` is
    called when it is live no longer, for somebody to catch it up.
    """

    __slots__ = (
        "behind",
        "ended",
        "epoch",
        "is_live",
        "is_steady",
        "lacks_so_far",
        "project",
        "send",
        "seq",
        "stream",
        "view",
        "wire",
    )

    def __init__(self, stream: str, project: ProjectId, wire: Wire, cursor: Cursor, view: View = WHOLE) -> None:
        self.stream = stream
        self.project = project
        self.wire = wire
        self.send = wire.write
        self.view = view
        self.epoch = cursor.epoch
        self.seq = cursor.seq
        self.is_live = False
        self.is_steady = False
        self.lacks_so_far = False
        self.ended = False
        self.behind: Callable[[Client], None] = _unheard

    @property
    def cursor(self) -> Cursor:
        """The place this client is at."""
        return Cursor(self.epoch, self.seq)

    @property
    def id(self) -> str:
        """That place as the id its stream gives it."""
        return self.view.id(self.project, self.cursor)

    def write(self, data: bytes, seq: int) -> None:
        """Write bytes that end at event `seq`, if there are any."""
        dressed = self.view.dress(data)
        if dressed:
            self.send(chunked(dressed))
        self.seq = seq

    def take(self, due: Iterable[Due]) -> None:
        """Write what is due in one write; it begins at the next event."""
        frames: list[bytes] = []
        for item in due:
            if item.seq is not None:
                self.seq = item.seq
            if self.view.job in (None, item.job):
                frames.append(item.frame if self.view.shares or item.seq is None else renamed(item.frame, self.id))
        self.write(b"".join(frames), self.seq)

    def go_live(self) -> None:
        """From here on the channel writes to it."""
        self.is_live = True
        self.lacks_so_far = True

    def steady(self) -> None:
        """From here on it takes what all take, as it comes."""
        self.lacks_so_far = False
        self.is_steady = self.view.shares

    def fall_behind(self) -> None:
        """From here on nothing is written but by its own catching up."""
        was_live = self.is_live
        self.is_live = self.is_steady = False
        if was_live and not self.ended:
            self.behind(self)

    def end(self) -> None:
        """Let its stream end."""
        self.ended = True
        self.is_live = self.is_steady = False
