import pytest

from pipeline.events import JobResumed
from pipeline.events.wire import Cursor, event_frame
from pipeline.ids import JobId, ProjectId
from storage.entries import NoteStreams, StreamNote
from storage.errors import NotFoundError
from storage.reading.events import ROWS_OF_JOB
from storage.sql import execute
from storage.stored import Place
from tests.storage.opened import PROJECT, TURN, Store, advance


def grown(store: Store, events: int) -> str:
    """A project with so many more events than its first three; returns the name of its history."""
    store.begin()
    store.write(advance(events=(JobResumed(step='"\u2028ü"'),) * events))
    return store.reader.history_epoch()


def test_frames_are_the_bytes_that_rows_would_be_made_into(store: Store) -> None:
    epoch = grown(store, 20)
    page = store.reader.frames_after(PROJECT, 2, 300)
    rows = store.reader.events_after(PROJECT, 2, 300)
    assert page.frames == b"".join(event_frame(Cursor(epoch, row.seq), row.type, row.data) for row in rows)
    assert (page.upto, page.place) == (23, Place(epoch, 0, 23))


def test_pages_follow_each_other_to_the_end(store: Store) -> None:
    grown(store, 20)
    ends = [store.reader.frames_after(PROJECT, after, 10).upto for after in (0, 10, 20, 23)]
    assert ends == [10, 20, 23, 23]
    assert store.reader.frames_after(PROJECT, 23, 10).frames == b""


def test_a_page_of_one_job_goes_to_the_end_of_what_was_looked_through(store: Store) -> None:
    grown(store, 3)
    page = store.reader.rows_after(PROJECT, 0, 10, JobId("other"))
    assert (page.rows, page.upto) == ((), 6)
    assert len(store.reader.rows_after(PROJECT, 0, 10, TURN).rows) == 6
    assert store.reader.rows_after(PROJECT, 0, 4, TURN).upto == 4
    assert [row.seq for row in store.reader.rows_after(PROJECT, 2, 10).rows] == [3, 4, 5, 6]


def test_the_events_of_a_job_are_found_without_reading_those_of_others(store: Store) -> None:
    grown(store, 3)
    asked = f"EXPLAIN QUERY PLAN {ROWS_OF_JOB}"
    [*_, plan] = execute(store.database.connection, asked, TURN, 0, PROJECT, 9).fetchone()
    assert plan == "SEARCH event USING INDEX event_of_job (job=? AND seq>?)"


def test_a_place_says_from_where_on_events_are_there(store: Store) -> None:
    epoch = grown(store, 3)
    execute(store.database.connection, "UPDATE project SET horizon = 4")
    assert store.reader.place(PROJECT) == Place(epoch, 4, 6)


def test_an_unknown_project_has_no_place(store: Store) -> None:
    with pytest.raises(NotFoundError, match="there is no project prj_x"):
        store.reader.place(ProjectId("prj_x"))


def test_noted_streams_are_told_with_what_they_lack_the_latest_first(store: Store) -> None:
    epoch = grown(store, 7)
    notes = (
        StreamNote("old", PROJECT, f"{epoch}.4", 1.0, 2.0),
        StreamNote("new", PROJECT, f"{epoch}.10", 1.0, 3.0),
        StreamNote("foreign", PROJECT, "ffffffff.9", 1.0, 1.0),
    )
    store.write(NoteStreams(notes))
    assert [(one.stream, one.lag) for one in store.reader.noted_streams(10)] == [
        ("new", 0),
        ("old", 6),
        ("foreign", 10),
    ]
    assert len(store.reader.noted_streams(1)) == 1
