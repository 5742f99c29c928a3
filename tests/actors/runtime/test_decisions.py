from queue import Queue

from actors.runtime.decisions import KEPT, Action, Decision, Decisions
from actors.runtime.policy import Counters, Verdict


def test_tells_what_was_decided_and_why() -> None:
    told: Queue[Decision] = Queue()
    counters = Counters(2, 2)
    verdict = Verdict("restart with backoff", 0.2, counters)
    Decisions(lambda: 7.0, told.put).record(
        "a", 3, Action.RESTART, verdict.rule, error=ValueError("no"), verdict=verdict
    )
    assert told.get(timeout=0) == Decision(
        7.0, "a", 3, "restart with backoff", "ValueError: no", Action.RESTART, 0.2, counters
    )


def test_keeps_the_last_thousand() -> None:
    decisions = Decisions(lambda: 0.0, lambda _: None)
    for number in range(KEPT + 1):
        decisions.record("a", number, Action.END, "rule")
    assert (len(decisions.recent()), decisions.recent()[0].incarnation) == (KEPT, 1)


def test_a_failing_hook_harms_nobody() -> None:
    def fail(_: Decision) -> None:
        raise ValueError

    decisions = Decisions(lambda: 0.0, fail)
    decisions.record("a", 1, Action.END, "rule")
    assert len(decisions.recent()) == 1
