from storage.batches import Batches
from tests.storage.opened import Store


def test_a_batch_has_arrived_once_its_transaction_is_committed(store: Store) -> None:
    connection, batches = store.database.connection, Batches(store.database.connection)
    with connection.atomic():
        batches.mark()
    assert batches.has_arrived()


def test_a_batch_that_was_rolled_back_has_not_arrived(store: Store) -> None:
    connection, batches = store.database.connection, Batches(store.database.connection)
    for rolls_back in (False, True):
        with connection.atomic() as transaction:
            batches.mark()
            if rolls_back:
                transaction.rollback()
    assert not batches.has_arrived()


def test_a_closed_connection_is_opened_to_look(store: Store) -> None:
    connection, batches = store.database.connection, Batches(store.database.connection)
    with connection.atomic():
        batches.mark()
    connection.close()
    assert batches.has_arrived()


def test_the_batch_of_an_earlier_run_is_another_one(store: Store) -> None:
    first, second = Batches(store.database.connection), Batches(store.database.connection)
    with store.database.connection.atomic():
        first.mark()
    assert not second.has_arrived()
