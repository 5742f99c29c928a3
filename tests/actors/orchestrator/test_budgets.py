from collections import Counter

from actors.orchestrator.budgets import RetryBudgets


def test_a_retry_comes_when_it_was_wanted_while_there_is_room() -> None:
    budgets = RetryBudgets(per_s=2)
    assert [budgets.due("p", 10.25), budgets.due("p", 10.75)] == [10.25, 10.75]


def test_who_finds_its_second_full_takes_the_next_with_room() -> None:
    budgets = RetryBudgets(per_s=1)
    assert [budgets.due("p", 10.5) for _ in range(3)] == [10.5, 11.0, 12.0]
    assert budgets.due("p", 11.5) == 13.0
    assert budgets.due("p", 9.0) == 9.0


def test_a_storm_of_a_thousand_failures_becomes_a_steady_rate() -> None:
    budgets = RetryBudgets(per_s=5)
    due = [budgets.due("p", 100.0 + number / 1000) for number in range(1000)]
    assert set(Counter(int(at) for at in due).values()) == {5}
    assert max(due) < 100.0 + 200


def test_one_providers_storm_is_not_anothers() -> None:
    budgets = RetryBudgets(per_s=1)
    for _ in range(10):
        budgets.due("p", 10.0)
    assert budgets.due("q", 10.0) == 10.0
    assert budgets.due(None, 10.0) == 10.0


def test_the_past_is_forgotten() -> None:
    budgets = RetryBudgets(per_s=1)
    for second in range(20_000):
        assert budgets.due("p", float(second)) == float(second)
