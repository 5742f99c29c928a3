"""The command in hand: what is written and named while it is answered is the same when it is repeated."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from server.handles import Handles
from server.ids import derived
from storage.entries import Entry, Keyed


@dataclass
class Command:
    """A request with an Idempotency-Key. `digest` stands for all that it asks; what it writes and names is counted."""

    key: str
    digest: str
    writes: int = 0
    names: int = 0


_IN_HAND: ContextVar[Command | None] = ContextVar("command", default=None)


@contextmanager
def in_hand(command: Command) -> Iterator[None]:
    """What is done in this block is done for that command."""
    token = _IN_HAND.set(command)
    try:
        yield
    finally:
        _IN_HAND.reset(token)


def keyed(entry: Entry) -> Entry:
    """The entry, to be written once if the command in hand has a key."""
    command = _IN_HAND.get()
    if command is None:
        return entry
    part, command.writes = command.writes, command.writes + 1
    return Keyed(entry, command.key, command.digest, part)


def new_id(handles: Handles, prefix: str) -> str:
    """An id that nobody has; the same one when the command in hand is repeated under its key."""
    command = _IN_HAND.get()
    if command is None:
        return handles.ids(prefix)
    command.names += 1
    return derived(prefix, "command", command.key, str(command.names))
