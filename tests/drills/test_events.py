import pytest

from drills import events


@pytest.mark.drill
def test_every_reader_has_every_event_exactly_once_through_three_kills() -> None:
    invariants = list(events.run(seed=3, times=3))
    assert [invariant for invariant in invariants if not invariant.held] == []
    assert all(reader in invariants[1].counted for reader in ("eventsource_one", "undici_one", "chromium", "several"))
