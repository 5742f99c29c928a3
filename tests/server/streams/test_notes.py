import logging

import pytest

from actors.messages import Write
from server.streams.notes import Notes
from storage.entries import NoteStreams, StreamNote
from tests.server.streams.made import PROJECT, client

pytestmark = pytest.mark.anyio


class Book:
    def __init__(self) -> None:
        self.told: list[object] = []
        self.failure: Exception | None = None

    def tell(self, message: object) -> None:
        if self.failure:
            raise self.failure
        self.told.append(message)


async def test_notes_what_changed_and_once_more_at_the_end() -> None:
    book, made = Book(), client(3)[0]
    notes = Notes(book, lambda: 5.0)
    notes.begin([made])
    notes.note_changed()
    notes.note_changed()
    made.write(b"x", 4)
    notes.end([made])
    expected = [Write(NoteStreams((StreamNote("s", PROJECT, f"e.{seq}", 5.0, 5.0),))) for seq in (3, 4)]
    assert book.told == expected
    notes.note_changed()
    assert book.told == expected


async def test_many_streams_are_noted_together() -> None:
    book = Book()
    notes = Notes(book, lambda: 5.0)
    clients = [client(3)[0] for _ in range(501)]
    notes.begin(clients)
    notes.note_changed()
    assert notes.connected_at(clients[0]) == 5.0
    sizes = [
        len(told.entry.notes) for told in book.told if isinstance(told, Write) and isinstance(told.entry, NoteStreams)
    ]
    assert sizes == [500, 1]


async def test_a_note_that_cannot_be_taken_harms_nothing(caplog: pytest.LogCaptureFixture) -> None:
    book = Book()
    book.failure = RuntimeError("mailbox full")
    notes = Notes(book, lambda: 5.0)
    notes.begin(made := [client(3)[0]])
    with caplog.at_level(logging.WARNING):
        notes.end(made)
    assert "not noted" in caplog.text
