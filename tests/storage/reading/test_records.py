from storage.reading.records import dead_letters, decisions
from tests.storage.opened import Store


def test_nothing_went_wrong_yet(store: Store) -> None:
    connection = store.database.connection
    assert (dead_letters(connection, 10), decisions(connection, 10)) == ([], [])
