import json
from typing import Any

import pytest

from pipeline.events.ag_ui import AgUi, blocks

AT = b"1970-01-01T00:00:01.500Z"
TURN = {"project": "p", "job": "t", "trace": "t"}
COMPONENT = {"project": "p", "job": "c", "trace": "t", "scene": "s", "percent": 3}


def delta(offset: int, text: str, attempt: int = 1) -> tuple[str, dict[str, Any]]:
    return "message.delta", {**TURN, "message": "m", "round": 0, "attempt": attempt, "offset": offset, "text": text}


def complete(content: str, attempt: int = 1) -> tuple[str, dict[str, Any]]:
    told = {"message": "m", "round": 0, "attempt": attempt, "content": content, "final": True}
    return "message.complete", {**TURN, **told}


def said(*told: tuple[str, dict[str, Any]]) -> list[tuple[str, object]]:
    speak = AgUi()
    events = [event for name, data in told for event in speak.translated(name, data)]
    what = ("delta", "messageId", "stepName", "runId", "content", "code", "name")
    return [(event["type"], next((event[key] for key in what if key in event), None)) for event in events]


def test_a_turn_is_a_run() -> None:
    assert said(("job.queued", {**TURN, "kind": "turn"}), ("job.complete", TURN)) == [
        ("RUN_STARTED", "t"),
        ("RUN_FINISHED", "t"),
    ]
    failed = ("job.failed", {**TURN, "error": {"code": "model.cut", "message": "It broke off."}})
    assert said(failed) == [("RUN_ERROR", "model.cut"), ("CUSTOM", "job.failed")]
    assert said(("job.cancelled", TURN))[0] == ("RUN_ERROR", "job.cancelled")


def test_the_job_of_a_component_is_no_run_of_its_own_but_its_steps_are_steps() -> None:
    assert said(("job.complete", COMPONENT)) == [("CUSTOM", "job.complete")]
    assert said(("component.build.start", COMPONENT), ("component.build.error", COMPONENT)) == [
        ("STEP_STARTED", "build s"),
        ("STEP_FINISHED", "build s"),
        ("CUSTOM", "component.build.error"),
    ]


def test_text_is_streamed_as_it_comes_and_a_repeated_piece_is_not_said_twice() -> None:
    assert said(delta(0, "Hel"), delta(0, "Hel"), delta(3, "lo"), complete("Hello")) == [
        ("TEXT_MESSAGE_START", "m.0.1"),
        ("TEXT_MESSAGE_CONTENT", "Hel"),
        ("TEXT_MESSAGE_CONTENT", "lo"),
        ("TEXT_MESSAGE_END", "m.0.1"),
        ("CUSTOM", "message.complete"),
    ]


def test_whoever_joins_in_the_middle_gets_the_text_whole_when_it_is_complete() -> None:
    joined = ("live", {"project": "p", "seq": 4})
    assert said(joined, delta(0, "Hel"), delta(3, "lo"), complete("Hello"))[1:4] == [
        ("TEXT_MESSAGE_START", "m.0.1"),
        ("TEXT_MESSAGE_CONTENT", "Hello"),
        ("TEXT_MESSAGE_END", "m.0.1"),
    ]


def test_a_new_attempt_is_a_message_of_its_own() -> None:
    reset = ("message.reset", {**TURN, "message": "m", "round": 0, "attempt": 2})
    assert [kind for kind, _ in said(delta(0, "Hel"), reset, delta(0, "Hi", attempt=2))] == [
        "TEXT_MESSAGE_START",
        "TEXT_MESSAGE_CONTENT",
        "TEXT_MESSAGE_END",
        "CUSTOM",
        "TEXT_MESSAGE_START",
        "TEXT_MESSAGE_CONTENT",
    ]


def test_a_tool_call_has_a_start_an_end_and_a_result() -> None:
    start = ("tool.start", {**TURN, "call": "c1", "name": "plan_scenes"})
    refused = ("tool.error", {**TURN, "call": "c1", "name": "plan_scenes", "message": "no"})
    assert [kind for kind, _ in said(start, refused)] == ["TOOL_CALL_START", "TOOL_CALL_END", "TOOL_CALL_RESULT"]


def test_a_snapshot_is_a_state_snapshot() -> None:
    assert said(("snapshot", {"project": "p", "messages": []})) == [("STATE_SNAPSHOT", None)]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (b"id: e.4\n\n", b"id: e.4\n\n"),
        (b"retry: 1000\n\n", b"retry: 1000\n\n"),
        (
            b'id: e.4\nevent: scene.moved\ndata: {"at":"%b"}\n\n' % AT,
            b'id: e.4\ndata: {"type":"CUSTOM","name":"scene.moved","value":{"at":"%b"},"timestamp":1500}\n\n' % AT,
        ),
    ],
)
def test_blocks_are_unnamed_and_keep_their_ids(block: bytes, expected: bytes) -> None:
    assert blocks(block, AgUi()) == expected


def test_the_id_comes_with_the_last_of_several_so_that_a_cut_repeats_all_of_them() -> None:
    told = json.dumps({**TURN, "call": "c", "name": "n"}).encode()
    first, last = blocks(b"id: e.4\nevent: tool.start\ndata: " + told + b"\n\n", AgUi()).split(b"\n\n")[:2]
    assert first.startswith(b"data: ")
    assert last.startswith(b"id: e.4\ndata: ")
