from peewee import SqliteDatabase

from storage.reading.doings import TOLD
from storage.retention.policy import CLASSES
from storage.retention.stocks import KEPT_EVENTS, STOCKS
from storage.sql import execute
from tests.storage.opened import Store


def test_every_class_that_lies_in_rows_has_a_stock() -> None:
    assert set(STOCKS) == set(CLASSES) - {"artifacts"}


def test_every_stock_gives_ages_and_sizes(store: Store) -> None:
    store.begin()
    database: SqliteDatabase = store.database.connection
    columns = [[name for name, *_ in execute(database, stock).description or ()] for stock in STOCKS.values()]
    assert columns == [["at", "bytes"]] * len(STOCKS)


def test_what_the_conversation_is_told_by_is_kept() -> None:
    assert set(KEPT_EVENTS) == set(TOLD)
