from pipeline.ids import ProjectId
from storage.entries import NoteStreams, StreamNote
from storage.errors import ConflictError
from storage.sql import execute
from tests.storage.opened import PROJECT, Store


def test_a_stream_is_noted_with_the_last_event_sent_to_it(store: Store) -> None:
    store.begin()
    store.write(NoteStreams((StreamNote("str_1", PROJECT, "0badcafe.3", connected_at=10.0, seen_at=11.0),)))
    store.write(NoteStreams((StreamNote("str_1", PROJECT, "0badcafe.9", connected_at=10.0, seen_at=20.0),)))
    rows = execute(store.database.connection, "SELECT * FROM sse_stream").fetchall()
    assert rows == [("str_1", PROJECT, "0badcafe.9", 10.0, 20.0)]


def test_a_stream_of_an_unknown_project_is_refused(store: Store) -> None:
    note = StreamNote("str_1", ProjectId("prj_x"), "", connected_at=0.0, seen_at=0.0)
    store.refusal(NoteStreams((note,)), ConflictError)
