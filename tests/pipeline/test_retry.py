import pytest

from pipeline.failures import ErrorClass
from pipeline.retry import POLICIES, RetryPolicy, is_passing

POLICY = RetryPolicy(attempts=4, base_s=1.0, most_s=3.0, elapsed_s=10.0)


@pytest.mark.parametrize(("failures", "most"), [(1, 1.0), (2, 2.0), (3, 3.0)])
def test_waits_longer_after_each_failure_up_to_a_limit(failures: int, most: float) -> None:
    assert POLICY.delay_s(failures, chance=0.5) == most / 2
    assert POLICY.delay_s(failures, chance=0.0) == 0.0


def test_gives_up_after_the_last_attempt() -> None:
    assert POLICY.delay_s(4, chance=0.5) is None


def test_gives_up_when_the_next_try_would_come_too_late() -> None:
    assert POLICY.delay_s(1, chance=0.5, elapsed_s=9.5) == 0.5
    assert POLICY.delay_s(1, chance=0.5, elapsed_s=9.6) is None


def test_waits_at_least_as_long_as_the_server_asks() -> None:
    assert POLICY.delay_s(1, chance=0.1, retry_after_s=7.0) == 7.0


def test_does_not_wait_for_a_server_that_asks_too_much() -> None:
    assert POLICY.delay_s(1, chance=0.1, retry_after_s=3600.0) is None


def test_what_a_person_must_mend_is_not_tried_again() -> None:
    passing = {one for one in ErrorClass if is_passing(one)}
    assert passing == set(POLICIES)
    assert not passing & {ErrorClass.INVALID_INPUT, ErrorClass.BUDGET, ErrorClass.BUILD_REJECTED, ErrorClass.INTERNAL}
