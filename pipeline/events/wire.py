"""Events as bytes of the event stream format (HTML standard, section 9.2): made once, shared by all clients."""

from typing import NamedTuple

from pipeline.events.event import Told

_MOST_DIGITS = 19
"""More do not fit into the 64 bits of a number in the database."""


class Cursor(NamedTuple):
    """A place in the history of a project: which history, and the number of the last event had."""

    epoch: str
    seq: int

    @classmethod
    def parse(cls, text: str | None) -> "Cursor | None":
        """The cursor `<epoch>.<seq>` stands for, or None when it is no cursor."""
        epoch, dot, seq = (text or "").rpartition(".")
        return (
            cls(epoch, int(seq))
            if dot and epoch and seq.isascii() and seq.isdigit() and len(seq) < _MOST_DIGITS
            else None
        )

    def __str__(self) -> str:
        return f"{self.epoch}.{self.seq}"


def encode(told: Told) -> str:
    """The data of an event: one line of JSON without the fields that do not apply."""
    return told.model_dump_json(exclude_none=True)


def event_frame(cursor: Cursor, name: str, data: str) -> bytes:
    """A numbered event."""
    return f"id: {cursor}\nevent: {name}\ndata: {data}\n\n".encode()


def update_frame(name: str, data: str) -> bytes:
    """A live update: without an id, so that it moves no cursor."""
    return f"event: {name}\ndata: {data}\n\n".encode()


def cursor_frame(cursor: Cursor) -> bytes:
    """An id-only block: moves the client's cursor and dispatches nothing."""
    return f"id: {cursor}\n\n".encode()
