from pipeline.events import JobResumed
from storage.retention.policy import DAY_S, YOUNGEST_S, Keep
from storage.retention.reach import Reach, reach
from storage.timestamps import iso
from tests.storage.opened import START, Store, advance

LATER = START + 10 * DAY_S


def of_events(store: Store, keep: Keep, now: float = LATER) -> Reach:
    return reach(store.database.connection, "events", keep, now)


def told(store: Store, times: int) -> None:
    """Six events or more, each a second later than the one before."""
    store.begin()
    for _ in range(times):
        store.write(advance(events=(JobResumed(),)))


def test_without_limits_nothing_goes(store: Store) -> None:
    told(store, 3)
    assert of_events(store, Keep()).rows == 0


def test_by_age_goes_what_is_older_but_never_the_last_event(store: Store) -> None:
    told(store, 3)
    assert of_events(store, Keep(DAY_S)).rows == 5
    some = of_events(store, Keep(LATER - START - 5))
    assert (some.before, some.rows) == (iso(START + 5), 4)


def test_by_size_the_youngest_that_have_room_stay(store: Store) -> None:
    told(store, 7)
    whole = of_events(store, Keep(DAY_S))
    found = of_events(store, Keep(None, whole.bytes // 2))
    assert 0 < found.rows < whole.rows
    assert whole.bytes - found.bytes <= whole.bytes // 2
    assert of_events(store, Keep(None, whole.bytes)).rows == 0
    assert of_events(store, Keep(None, 0)).rows == whole.rows


def test_the_limit_that_goes_further_counts(store: Store) -> None:
    told(store, 3)
    assert of_events(store, Keep(DAY_S, 10**9)).rows == of_events(store, Keep(9e9, 0)).rows == 5


def test_what_is_young_never_goes(store: Store) -> None:
    told(store, 3)
    assert of_events(store, Keep(0, 0), START + YOUNGEST_S).rows == 0
