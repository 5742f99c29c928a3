"""How far each stream was sent, noted in the store now and then: for display and lag, never taken for received."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from aiohttp import web

from actors.messages import Write
from pipeline.events.wire import Cursor
from server.streams.client import Client
from storage.entries import NoteStream

logger = logging.getLogger(__name__)


class Tells(Protocol):
    """Whoever writes the notes down."""

    def tell(self, message: object) -> None: ...


class Notes:
    """The streams that are open, and what was noted of each."""

    def __init__(self, journal: Tells, clock: Callable[[], float]) -> None:
        self._journal = journal
        self._clock = clock
        self._open: dict[Client, tuple[float, Cursor | None]] = {}

    @contextmanager
    def taken(self, client: Client) -> Iterator[None]:
        """Note a client while its stream is open, and once more when it ends."""
        self._open[client] = (self._clock(), None)
        try:
            yield
        finally:
            self._note(client)
            del self._open[client]

    def note_changed(self) -> None:
        """Note every stream that was sent something since the last time."""
        for client in list(self._open):
            self._note(client)

    def _note(self, client: Client) -> None:
        connected_at, noted = self._open[client]
        if noted == client.cursor:
            return
        self._open[client] = (connected_at, client.cursor)
        self._tell(NoteStream(client.stream, client.project, str(client.cursor), connected_at, self._clock()))

    def _tell(self, note: NoteStream) -> None:
        """A note that cannot be taken is lost, and with it nothing but a figure on a display."""
        try:
            self._journal.tell(Write(note))
        except Exception:
            logger.warning("a stream's position was not noted", extra={"stream": note.stream}, exc_info=True)


NOTES = web.AppKey("notes", Notes)
