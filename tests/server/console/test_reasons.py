from typing import Any

from server.console.reasons import why

POLICY = {"sentence": "2 of 5 in 30 s"}
IDLE: dict[str, Any] = {
    "name": "llm", "health": "idle", "in_hand": [], "waits_for": [], "limit_s": None, "policy": POLICY
}  # fmt: skip
SEEN: dict[str, Any] = {
    "at": 100.0, "up": True, "troubles": {}, "faults": [], "jobs": {"running": 4}, "children": [IDLE], "mailboxes": {}
}  # fmt: skip
JOB: dict[str, Any] = {
    "id": "job_1", "status": "running", "step": "build", "attempt": 2, "error": None, "next_retry_at": None,
    "last_successful_step": "generate",
}  # fmt: skip


def test_says_where_a_job_stands() -> None:
    error = {"code": "model.outage", "message": "It is down."}
    told = {
        "completed": "It is done.",
        "queued": "It waits for its turn; 4 jobs are running.",
        "running": "It is in build, attempt 2.",
        "waiting": "It waits to try build again in 12 s (attempt 2): It is down. (model.outage).",
        "failed": "It failed in build: It is down. (model.outage). Its last good step is generate",
        "cancelled": "Somebody cancelled it in build",
    }
    for status, sentence in told.items():
        asked = {**JOB, "status": status, "next_retry_at": 112.0}
        asked["error"] = error if status in ("waiting", "failed") else None
        assert why(asked, SEEN)[0].startswith(sentence)


def test_says_in_whose_hand_or_line_its_messages_are() -> None:
    held = {"label": "Perform build 0", "since": 88.0, "job": "job_1"}
    busy = {**IDLE, "name": "build_worker/1", "health": "working", "in_hand": [held], "limit_s": 90.0}
    other = {"label": "Perform build 1", "job": "job_2"}
    line = {"suspended": True, "waiting": [other, {**other, "job": "job_1"}]}
    said = why(JOB, {**SEEN, "children": [busy], "mailboxes": {"build_worker": line}})
    assert said[1:] == [
        "build_worker/1 has had 'Perform build 0' in hand for 12.0 s; its limit is 90 s.",
        "'Perform build 1' waits at build_worker behind 1 others and the actor is suspended.",
    ]


def test_says_what_is_wrong_with_the_system_while_the_job_is_open() -> None:
    wrong = {
        **SEEN,
        "up": False,
        "troubles": {"store: writing": "the disk is full"},
        "faults": [{"sentence": "every model call hangs"}],
        "children": [{**IDLE, "health": "restarting"}],
    }
    assert len(why(JOB, wrong)) == 5
    assert "llm is restarting (2 of 5 in 30 s)." in why(JOB, wrong)
    assert why({**JOB, "status": "completed"}, wrong) == ["It is done."]
