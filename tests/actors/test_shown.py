import json

from actors.runtime import Action, Decision, Failure
from actors.runtime.policy import Counters
from actors.runtime.statistics import AbandonedLife
from actors.shown import shown_abandoned, shown_decision, shown_failure


def test_a_decision_reads_as_an_explanation() -> None:
    decision = Decision(1.0, "llm", 3, "restart with backoff", "ValueError: no", Action.RESTART, 0.2, Counters(2, 2))
    assert shown_decision(decision)["sentence"] == (
        "restart of llm #3 in 0.2 s after ValueError: no: restart with backoff; 2 falls in the window, 2 in a row"
    )


def test_a_failure_shows_the_message_in_flight_without_what_is_secret() -> None:
    shown = shown_failure(Failure("llm", 1, {"password": "x"}, ValueError("no"), "Traceback"), 2.0)
    assert (shown["label"], shown["message"], shown["error"]) == ("dict", {"password": "(secret)"}, "ValueError: no")
    assert json.dumps(shown)
    assert shown_failure(Failure("llm", 1, None, ValueError("no"), ""), 2.0)["message"] is None


def test_times_are_told_on_one_clock() -> None:
    assert shown_abandoned(AbandonedLife("llm", 1, 5.0, "", 2), 1_000.0)["since"] == 1_005.0
