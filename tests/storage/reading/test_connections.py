from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from peewee import OperationalError

from storage.condition import READING, Condition
from storage.database import FILE
from storage.errors import DefinitionMismatchError, NotFoundError, StoreUnavailableError
from storage.reading.connections import ReadConnections
from storage.sql import execute
from tests.storage.opened import PROJECT, TURN, Store, advance


def test_a_reader_cannot_write(store: Store) -> None:
    connections = ReadConnections(store.folder / FILE, Condition())
    with pytest.raises(StoreUnavailableError, match="readonly"), connections.lend() as connection:
        execute(connection, "DELETE FROM meta")
    connections.close()


def test_all_queries_of_one_lending_see_the_same_moment(store: Store) -> None:
    store.begin()
    connections = ReadConnections(store.folder / FILE, Condition())
    query = "SELECT current_step FROM job WHERE id = ?"
    with connections.lend() as connection:
        before = execute(connection, query, TURN).fetchone()
        store.write(advance(current_step="ask"))
        assert execute(connection, query, TURN).fetchone() == before
    with connections.lend() as connection:
        assert execute(connection, query, TURN).fetchone() == ("ask",)
    connections.close()


def test_an_answer_that_is_an_error_does_not_spoil_the_connection(store: Store) -> None:
    for _ in range(3):
        with pytest.raises(NotFoundError):
            store.reader.project(PROJECT)
    store.begin()
    assert store.reader.project(PROJECT).video.name == "Nimbus"


def test_a_missing_database_is_unavailable_and_is_not_made(tmp_path: Path) -> None:
    connections = ReadConnections(tmp_path / FILE, Condition())
    with pytest.raises(StoreUnavailableError, match="see that the file is there"), connections.lend():
        pass
    assert not (tmp_path / FILE).exists()


def test_after_closing_nothing_is_lent(store: Store) -> None:
    connections = ReadConnections(store.folder / FILE, Condition())
    with connections.lend() as connection:
        connections.close()
        assert execute(connection, "SELECT 1").fetchone() == (1,)
    assert connection.is_closed()
    with pytest.raises(StoreUnavailableError, match="the store is stopping"), connections.lend():
        pass


def test_many_threads_read_at_once_and_few_connections_stay_open(store: Store) -> None:
    store.begin()
    together = Barrier(12, timeout=10)
    connections = ReadConnections(store.folder / FILE, Condition())
    used = set[int]()

    def read() -> str:
        together.wait()
        with connections.lend() as connection:
            used.add(id(connection))
            return str(execute(connection, "SELECT id FROM project").fetchone()[0])

    with ThreadPoolExecutor(12) as threads:
        assert [future.result() for future in [threads.submit(read) for _ in range(12)]] == [PROJECT] * 12
    assert len(used) <= 4
    connections.close()


def test_an_error_of_the_database_is_the_stores(store: Store) -> None:
    connections = ReadConnections(store.folder / FILE, Condition())
    with pytest.raises(StoreUnavailableError) as unavailable, connections.lend() as connection:
        execute(connection, "SELECT * FROM nowhere")
    assert isinstance(unavailable.value.__cause__, OperationalError)
    connections.close()


def test_a_database_that_cannot_be_read_is_known_until_it_can(store: Store) -> None:
    condition, file = Condition(), store.folder / FILE
    connections = ReadConnections(file, condition)
    file.rename(file.with_suffix(".away"))
    with pytest.raises(StoreUnavailableError), connections.lend():
        pass
    assert condition.troubles.keys() == {READING}
    file.with_suffix(".away").rename(file)
    with connections.lend():
        pass
    assert not condition.degraded
    connections.close()


def test_a_corrupted_row_is_told_from_a_silent_store(store: Store) -> None:
    store.begin()
    execute(store.database.connection, "UPDATE project SET video = '{half'")
    execute(store.database.connection, "UPDATE job SET result = '{half'")
    for read in (lambda: store.reader.snapshot(PROJECT), lambda: store.reader.job(TURN)):
        with pytest.raises(DefinitionMismatchError):
            read()
