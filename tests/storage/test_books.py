import pytest

from pipeline.spending import Spending, Spent
from storage.books import Books
from storage.errors import StoreUnavailableError
from tests.storage.opened import PROJECT, TURN, Store


def test_books_of_a_project_that_spent_nothing_are_empty(store: Store) -> None:
    store.begin()
    books = store.reader.books
    assert books.spent(TURN) == Spent(job=TURN)
    assert (books.usage(PROJECT), books.usage(), books.calls(TURN), books.budget(PROJECT)) == ([], [], [], None)
    assert books.of_role("write", "m") == Spending()


def test_closed_books_say_so(store: Store) -> None:
    books: Books = store.reader.books
    store.reader.close()
    with pytest.raises(StoreUnavailableError):
        books.usage()
