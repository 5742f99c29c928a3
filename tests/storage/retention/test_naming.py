from pipeline.ids import Sha256
from storage.condition import Condition
from storage.database import FILE
from storage.reading.connections import ReadConnections
from storage.retention.naming import unnamed
from storage.sql import execute
from tests.storage.opened import Store


def names(store: Store) -> set[Sha256]:
    connections = ReadConnections(store.folder / FILE, Condition())
    try:
        return {file.name for file in unnamed(connections, store.artifacts)}
    finally:
        connections.close()


def test_a_file_is_named_wherever_its_name_stands(store: Store) -> None:
    store.begin()
    put = [
        store.artifacts.put(content, "bundle") for content in (b"in a scene", b"deep in JSON", b"listed", b"nowhere")
    ]
    execute(store.database.connection, "UPDATE job SET result = ?", f'{{"stills": [{{"at": "{put[1]}"}}]}}')
    execute(store.database.connection, "UPDATE message SET content = ?", put[0])
    execute(store.database.connection, "INSERT INTO artifact VALUES (?, 'bundle', 1, 0, 0)", put[2])
    assert names(store) == set(put[2:])


def test_a_longer_run_of_digits_names_nothing(store: Store) -> None:
    store.begin()
    name = store.artifacts.put(b"x", "bundle")
    execute(store.database.connection, "UPDATE message SET content = ?", f"{name}0")
    assert names(store) == {name}


def test_tables_of_many_pages_are_read_to_the_end(store: Store) -> None:
    store.begin()
    name = store.artifacts.put(b"x", "bundle")
    fill = "INSERT INTO dead_letter (reason, address, message, at) VALUES ('', '', ?, 0)"
    with store.database.connection.atomic():
        for _ in range(4001):
            execute(store.database.connection, fill, "nothing")
        execute(store.database.connection, fill, name)
    assert names(store) == set()
