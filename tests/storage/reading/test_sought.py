from storage.reading.sought import row_counts
from tests.storage.opened import Store


def test_counts_the_rows_of_the_larger_tables(store: Store) -> None:
    store.begin()
    counts = row_counts(store.database.connection)
    assert (counts["project"], counts["job"], counts["artifact"]) == (1, 1, 0)
