import pytest

from actors.runtime.policy import Backoff, Budget, Counters, Record


def falls(record: Record, budget: Budget, *times: float, lived_s: float = 0.0) -> list[float | None]:
    return [record.judge(budget, now_s=now, lived_s=lived_s, dice=lambda: 0.0).delay_s for now in times]


@pytest.mark.parametrize(("nth", "delay_s"), [(1, 0.0), (2, 0.2), (3, 0.4), (4, 0.8), (7, 6.4), (8, 10.0), (500, 10.0)])
def test_the_first_restart_is_at_once_and_each_next_waits_twice_as_long(nth: int, delay_s: float) -> None:
    assert Backoff().delay_s(nth, lambda: 0.0) == pytest.approx(delay_s)


def test_chance_adds_up_to_half_but_never_passes_the_limit() -> None:
    assert Backoff().delay_s(2, lambda: 1.0) == pytest.approx(0.3)
    assert Backoff().delay_s(9, lambda: 1.0) == 10.0


def test_gives_up_when_the_intensity_is_passed() -> None:
    assert falls(Record(), Budget(), 0, 1, 2, 3, 4, 5) == [0.0, 0.2, 0.4, 0.8, 1.6, None]


def test_falls_outside_the_window_do_not_count() -> None:
    record = Record()
    falls(record, Budget(), 0, 1, 2, 3, 4)
    verdict = record.judge(Budget(), now_s=34.5, lived_s=0.0, dice=lambda: 0.0)
    assert verdict.counters == Counters(in_window=1, consecutive=6)


def test_gives_up_after_too_many_in_a_row_however_slow_they_are() -> None:
    record = Record()
    budget = Budget(max_consecutive=3)
    assert falls(record, budget, 0, 100, 200, 300)[-1] is None


def test_a_quiet_while_begins_a_new_row() -> None:
    record = Record()
    falls(record, Budget(), 0, 1)
    assert falls(record, Budget(), 40, lived_s=30.0) == [0.0]


def test_says_which_rule_it_followed() -> None:
    record = Record()
    budget = Budget(intensity=1, max_consecutive=9)
    rules = [record.judge(budget, now_s=0, lived_s=0, dice=lambda: 0.0).rule for _ in range(2)]
    assert rules == ["restart at once", "more than 1 falls in 30 s"]
