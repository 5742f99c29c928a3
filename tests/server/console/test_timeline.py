from typing import Any

from server.console.timeline import lanes

JOB: dict[str, Any] = {"status": "running", "updated_at": 30.0, "next_retry_at": 40.0, "step": "build"}


def attempt(step: str, begin: float, end: float | None, **more: object) -> dict[str, Any]:
    usual: dict[str, Any] = {"ordinal": 0, "attempt": 1, "error": None, "heard": True, "superseded": False}
    return {**usual, "step": step, "started_at": begin, "finished_at": end, **more}


def test_attempts_waits_and_gaps_lie_in_lanes_by_their_beginning() -> None:
    checkpoints = [
        attempt("generate", 1.0, 5.0),
        attempt("build", 8.0, 9.0, heard=False, error={"code": "x"}),
        attempt("build", 12.0, None, attempt=2, heard=False),
    ]
    told = [
        (lane["actor"], lane["from"], lane["to"], lane["kind"], lane["outcome"]) for lane in lanes(JOB, checkpoints, [])
    ]
    assert told == [
        ("llm", 1.0, 5.0, "attempt", "heard"),
        ("orchestrator", 5.0, 8.0, "gap", "gap"),
        ("build_worker", 8.0, 9.0, "attempt", "failed"),
        ("orchestrator", 9.0, 12.0, "wait", "wait"),
        ("build_worker", 12.0, None, "attempt", "under way"),
    ]


def test_a_wait_for_the_next_try_and_messages_are_shown() -> None:
    span: dict[str, Any] = {
        "child": "llm", "address": "llm", "taken_at": 3.0, "ended_at": 4.0, "label": "Noted", "attempt": 1,
        "outcome": "handled",
    }  # fmt: skip
    waiting = {**JOB, "status": "waiting"}
    told = lanes(waiting, [], [span, {**span, "taken_at": None}])
    assert [(lane["kind"], lane["from"], lane["to"]) for lane in told] == [("span", 3.0, 4.0), ("wait", 30.0, 40.0)]
