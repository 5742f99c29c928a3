from datetime import UTC, datetime

import pytest

from actors.llm.waits import retry_after_s, span_s, spent_for_s

NOON = datetime(2026, 11, 27, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "wait_s"),
    [
        ({"retry-after": "17"}, 17.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "1"}, 0.25),
        ({"retry-after": "Fri, 27 Nov 2026 12:00:30 GMT"}, 30.0),
        ({"retry-after": "Fri, 27 Nov 2026 11:00:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "6m0s"}, 360.0),
        ({}, None),
    ],
)
def test_a_server_says_in_many_ways_how_long_to_wait(headers: dict[str, str], wait_s: float | None) -> None:
    assert retry_after_s(headers, now=NOON) == wait_s


@pytest.mark.parametrize(
    ("value", "wait_s"), [("6m0s", 360.0), ("120ms", 0.12), ("1.5s", 1.5), ("2h", 7200.0), ("20", 20.0), ("", None)]
)
def test_spans_are_read(value: str, wait_s: float | None) -> None:
    assert span_s(value) == (None if wait_s is None else pytest.approx(wait_s))


def test_of_two_limits_that_are_used_up_the_longer_counts() -> None:
    spent = {f"x-ratelimit-remaining-{kind}": "0" for kind in ("requests", "tokens")}
    assert spent_for_s({**spent, "x-ratelimit-reset-requests": "1s", "x-ratelimit-reset-tokens": "3s"}) == 3.0


def test_while_something_remains_there_is_nothing_to_wait_for() -> None:
    assert spent_for_s({"x-ratelimit-remaining-requests": "1", "x-ratelimit-reset-requests": "1s"}) is None
