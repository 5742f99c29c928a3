"""How far each stream was sent, noted in the store now and then: for display and lag, never taken for received."""

import logging
from collections.abc import Callable, Sequence
from typing import Protocol

from aiohttp import web

from actors.messages import Write
from pipeline.events.wire import Cursor
from server.streams.client import Client
from storage.entries import NoteStreams, StreamNote

logger = logging.getLogger(__name__)


_MOST_AT_ONCE = 500
"""More rows in one transaction would let others wait."""


class Tells(Protocol):
    """Whoever writes the notes down."""

    def tell(self, message: object) -> None: ...


class Notes:
    """The streams that are open, and what was noted of each."""

    def __init__(self, journal: Tells, clock: Callable[[], float]) -> None:
        self._journal = journal
        self._clock = clock
        self._open: dict[Client, tuple[float, Cursor | None]] = {}

    def begin(self, clients: Sequence[Client]) -> None:
        """Note these clients from now on."""
        for client in clients:
            self._open[client] = (self._clock(), None)

    def end(self, clients: Sequence[Client]) -> None:
        """Note them once more, and no longer."""
        self._note(clients)
        for client in clients:
            del self._open[client]

    def connected_at(self, client: Client) -> float:
        """When its stream opened."""
        return self._open[client][0]

    def note_changed(self) -> None:
        """Note every stream that was sent something since the last time."""
        self._note(list(self._open))

    def _note(self, clients: Sequence[Client]) -> None:
        now, notes = self._clock(), list[StreamNote]()
        for client in clients:
            connected_at, noted = self._open[client]
            if noted != client.cursor:
                self._open[client] = (connected_at, client.cursor)
                notes.append(StreamNote(client.stream, client.project, str(client.cursor), connected_at, now))
        for first in range(0, len(notes), _MOST_AT_ONCE):
            self._tell(NoteStreams(tuple(notes[first : first + _MOST_AT_ONCE])))

    def _tell(self, entry: NoteStreams) -> None:
        """Notes that cannot be taken are lost, and with them nothing but figures on a display."""
        try:
            self._journal.tell(Write(entry))
        except Exception:
            logger.warning("the positions of streams were not noted", exc_info=True)


NOTES = web.AppKey("notes", Notes)
