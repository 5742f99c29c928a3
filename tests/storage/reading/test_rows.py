import pytest

from storage import models
from storage.errors import NotFoundError
from storage.reading.rows import all_rows, found_rows, one_row
from storage.sql import execute
from tests.storage.opened import Store

FACTS = models.MetaValue.select().where(models.MetaValue.key.startswith("fact"))


def test_rows_come_whole_by_their_columns(store: Store) -> None:
    connection = store.database.connection
    execute(connection, "INSERT INTO meta VALUES ('fact', 'yes')")
    assert all_rows(connection, FACTS) == [{"key": "fact", "value": "yes"}]
    assert one_row(connection, FACTS, "no fact") == {"key": "fact", "value": "yes"}
    written = found_rows(connection, "SELECT * FROM meta WHERE key = ?", "fact")
    assert written == [{"key": "fact", "value": "yes"}]


def test_no_row_is_not_found_with_the_given_sentence(store: Store) -> None:
    assert all_rows(store.database.connection, FACTS) == []
    with pytest.raises(NotFoundError, match="no fact"):
        one_row(store.database.connection, FACTS, "no fact")
