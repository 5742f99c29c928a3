from pipeline.project import Video
from storage.entries import CreateProject, Refused, Written
from storage.errors import ConflictError, NotFoundError
from storage.replies import Replies
from storage.sql import execute
from storage.writing.entry import contained
from storage.writing.transaction import Transaction
from tests.storage.opened import PROJECT, Store, message


def in_transaction(store: Store) -> Transaction:
    return Transaction(store.database.connection, now=0.0, new_id=str, replies=Replies(store.artifacts))


def test_an_entry_that_fits_is_applied(store: Store) -> None:
    assert contained(in_transaction(store), CreateProject(PROJECT, Video())) == Written()


def test_an_entry_that_does_not_fit_is_refused_with_its_reason(store: Store) -> None:
    refused = contained(in_transaction(store), message())
    assert isinstance(refused, Refused)
    assert isinstance(refused.error, NotFoundError)


def test_what_the_tables_do_not_take_is_a_conflict(store: Store) -> None:
    store.begin()
    execute(store.database.connection, "CREATE UNIQUE INDEX one_message ON message (author)")
    refused = contained(in_transaction(store), message(suffix="_2"))
    assert isinstance(refused, Refused)
    assert isinstance(refused.error, ConflictError)
    assert "take a new id" in str(refused.error)


def test_a_statement_that_never_holds_is_refused_and_not_waited_for(store: Store) -> None:
    execute(store.database.connection, "ALTER TABLE project RENAME TO elsewhere")
    refused = contained(in_transaction(store), CreateProject(PROJECT, Video()))
    assert isinstance(refused, Refused)
    assert "no such table" in str(refused.error)
