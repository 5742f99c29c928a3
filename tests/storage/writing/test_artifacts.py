from storage.replies import Replies
from storage.sql import execute
from storage.writing.artifacts import name_artifact
from storage.writing.transaction import Transaction
from tests.storage.opened import Store


def test_an_artifact_is_listed_once_with_its_size_and_when_it_was_named_last(store: Store) -> None:
    name = store.artifacts.put(b"bundle", "bundle")
    for now in (1.0, 2.0):
        transaction = Transaction(store.database.connection, now=now, new_id=str, replies=Replies(store.artifacts))
        name_artifact(transaction, name, "bundle")
    rows = execute(store.database.connection, "SELECT * FROM artifact").fetchall()
    assert rows == [(name, "bundle", 6, 1.0, 2.0)]
