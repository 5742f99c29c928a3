from storage.deletion import DeleteProject
from storage.entries import NoteStreams, StreamNote
from storage.retention.policy import Class
from storage.sql import execute
from storage.upkeep import Prune
from storage.writing.clearing import ORDER
from tests.storage.opened import PROJECT, START, Store, publish

KIND: Class = "deleted"
LATER = START + 10_000


def test_a_deleted_project_goes_whole_a_few_rows_at_a_time(store: Store) -> None:
    store.write(publish(store.begin_scene()))
    store.write(NoteStreams((StreamNote("s", PROJECT, "e.1", 0.0, 0.0),)))
    store.write(DeleteProject(PROJECT))
    pieces = []
    while removed := store.write(Prune(KIND, LATER, 3)).removed:
        pieces.append(removed)
    assert max(pieces) == 3
    assert {table: store.count(table) for table, _ in ORDER} == {table: 0 for table, _ in ORDER}


def test_one_that_was_deleted_lately_stays(store: Store) -> None:
    store.begin()
    store.write(DeleteProject(PROJECT))
    assert store.write(Prune(KIND, START, 100)).removed == 0
    assert store.count("project") == 1


def test_every_table_that_refers_to_a_project_is_cleared(store: Store) -> None:
    connection = store.database.connection
    reached = {"project"}
    while True:
        tables = connection.get_tables()
        more = {
            table
            for table in tables
            if {row[2] for row in execute(connection, f"PRAGMA foreign_key_list({table})")} & reached
        }
        if more <= reached:
            break
        reached |= more
    assert reached == {table for table, _ in ORDER}
