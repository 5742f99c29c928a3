from collections import Counter

import pytest

from drills.evidence import Evidence, Place, faults

STORED = [(1, "message.created", "{}"), (2, "tool.start", "{}"), (3, "job.complete", "{}")]
ASK, BUILD = Place("job_1", "ask", 0), Place("job_1", "build", 0)


def test_a_client_that_was_told_everything_once_has_no_fault() -> None:
    assert list(faults(STORED, STORED)) == []
    assert list(faults(STORED[1:], STORED)) == []
    assert list(faults([], [])) == []


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ([STORED[0], STORED[2]], ["event 2 is missing"]),
        (STORED[:2], ["event 3 is missing"]),
        ([*STORED, STORED[2]], ["event 3 came 2 times"]),
        ([STORED[0], STORED[2], STORED[1]], ["event 2 came after 3"]),
        ([STORED[0], (2, "tool.start", '{"job":"x"}'), STORED[2]], ["event 2 is not what is stored"]),
        ([], ["event 1 is missing", "event 2 is missing", "event 3 is missing"]),
    ],
)
def test_every_other_way_is_a_fault(told: list[tuple[int, str, str]], fault: list[str]) -> None:
    assert list(faults(told, STORED)) == fault


def evidence(replies: dict[Place, str], *paid: str) -> Evidence:
    return Evidence({"job_1": "running"}, replies, frozenset({BUILD}), Counter(paid))


def test_a_checkpoint_is_lost_when_it_is_gone_or_says_something_else() -> None:
    earlier = evidence({ASK: "yes"})
    assert evidence({ASK: "yes", BUILD: "built"}).lost_since(earlier) == []
    assert evidence({}).lost_since(earlier) == [ASK]
    assert evidence({ASK: "no"}).lost_since(earlier) == [ASK]


def test_a_call_is_paid_twice_when_its_answer_was_recorded() -> None:
    assert evidence({}, "one", "two").paid_twice(["three", "two"]) == ["two"]


def test_knows_what_of_a_step_was_under_way() -> None:
    assert evidence({}).steps_under_way("build") == [BUILD]
    assert evidence({}).steps_under_way("ask") == []
