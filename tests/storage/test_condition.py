import logging

import pytest

from storage.condition import READING, WRITING, Condition, Trouble
from tests.storage.opened import START


def test_a_store_without_troubles_is_well() -> None:
    assert not Condition().degraded


def test_a_trouble_is_known_since_it_began_with_its_latest_reason() -> None:
    times = iter([START, START + 9])
    condition = Condition(lambda: next(times))
    condition.fails(WRITING, "disk full")
    condition.fails(WRITING, "disk gone")
    assert condition.degraded
    assert condition.troubles == {WRITING: Trouble("disk gone", START)}


def test_each_trouble_goes_by_itself_and_both_ends_are_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    condition = Condition()
    with caplog.at_level(logging.WARNING, logger="storage.condition"):
        for _ in range(2):
            condition.fails(WRITING, "disk full")
        condition.fails(READING, "disk gone")
        for what in (READING, READING, WRITING):
            condition.works(what)
    assert not condition.degraded
    degraded, recovered = "the store is degraded", "the store has recovered"
    assert [record.message for record in caplog.records] == [degraded, degraded, recovered, recovered]
