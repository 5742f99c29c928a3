import json
from typing import Any

import pytest

from actors.llm.adapters.adapter import Question
from actors.llm.adapters.responses import REQUEST, Responses
from actors.llm.gathering import Gathering
from pipeline.chat import ChatMessage, ToolCall
from pipeline.commands import AskModel
from pipeline.tools import SPECS
from tests.actors.llm.adapters.responding import (
    broke,
    called,
    completed,
    created,
    failed,
    incomplete,
    streamed,
    text,
)
from tests.actors.llm.adapters.test_chat import PICTURE, SEEN, TALK
from tests.actors.llm.desk import Desk
from tests.actors.llm.faulty import raw, refuses


def wanted(**given: Any) -> dict[str, Any]:  # noqa: ANN401
    ask = AskModel(role="plan", messages=TALK, tools=SPECS)
    body: dict[str, Any] = json.loads(json.dumps(Responses().request(Question(ask, "m", **given))))
    valid = REQUEST.validate_python(body)
    list(valid.get("input", ()))
    list(valid.get("tools", ()))
    return body


def test_a_whole_conversation_with_every_tool_fits_the_types_of_the_sdk() -> None:
    asked = wanted(images=SEEN, temperature=0.5, reasoning_effort="low")
    assert [item.get("type") or item["role"] for item in asked["input"]] == [
        "system",
        "user",
        "assistant",
        "function_call",
        "function_call",
        "function_call_output",
        "function_call_output",
        "assistant",
    ]
    assert len(asked["tools"]) == len(SPECS)
    assert (asked["reasoning"], asked["temperature"], asked["store"]) == ({"effort": "low"}, 0.5, False)
    assert asked["input"][1]["content"][1]["image_url"] == SEEN[PICTURE]


def test_an_answer_is_what_was_streamed(desk: Desk) -> None:
    desk.server.script = raw(streamed(created(), text("Hel"), text("lo 👋"), completed()))
    desk.open(api="responses")
    desk.ask()
    answer = desk.answered()
    assert (answer.text, answer.finish_reason, answer.model) == ("Hello 👋", "stop", "m-1")
    assert answer.usage.model_dump() == {"tokens_in": 11, "tokens_out": 7, "tokens_cached": 3, "estimated": False}


def test_calls_side_by_side_are_put_together(desk: Desk) -> None:
    events = [*called(1, "plan", '{"a"', ":1}"), *called(2, "theme", "{}")]
    desk.server.script = raw(streamed(text("On it."), *events, completed()))
    desk.open(api="responses")
    desk.ask()
    answer = desk.answered()
    assert answer.finish_reason == "tool_calls"
    assert answer.tool_calls == (
        ToolCall(id="call_plan", name="plan", arguments='{"a":1}'),
        ToolCall(id="call_theme", name="theme", arguments="{}"),
    )


@pytest.mark.parametrize(
    ("last", "code"),
    [
        (incomplete("content_filter"), "model.declined"),
        (failed("rate_limit_exceeded", "slow down"), "model.rate-limited"),
        (failed("server_error", "it broke"), "model.outage"),
        (broke("it broke"), "model.outage"),
        (text(" more"), "model.cut"),
    ],
)
def test_an_answer_that_does_not_end_well_is_a_failure(desk: Desk, last: dict[str, Any], code: str) -> None:
    desk.server.script = raw(streamed(text("Hello"), last))
    desk.open(api="responses")
    desk.ask()
    assert desk.failed().error.code == code


def test_an_answer_at_its_longest_says_so(desk: Desk) -> None:
    desk.server.script = raw(streamed(text("Hello"), incomplete("max_output_tokens")))
    desk.open(api="responses")
    desk.ask()
    assert desk.answered().finish_reason == "length"


def test_a_response_that_was_not_streamed_is_heard_too(desk: Desk) -> None:
    [_, _, done] = called(0, "plan", "{}")
    said = {"type": "message", "content": [{"type": "output_text", "text": "On it."}]}
    desk.server.script = refuses(200, {**completed()["response"], "output": [said, done["item"]]})
    desk.open(api="responses")
    desk.ask()
    answer = desk.answered()
    assert (answer.text, [call.name for call in answer.tool_calls]) == ("On it.", ["plan"])


def test_an_error_that_came_whole_is_told() -> None:
    with pytest.raises(Exception, match="it broke"):
        Responses().take_whole(failed("server_error", "it broke")["response"], Gathering(0))


def test_an_empty_message_beside_calls_is_left_out() -> None:
    call = ToolCall(id="c", name="plan", arguments="{}")
    ask = AskModel(role="plan", messages=(ChatMessage(role="assistant", content="", tool_calls=(call,)),))
    assert [item["type"] for item in Responses().request(Question(ask, "m"))["input"]] == ["function_call"]


@pytest.mark.parametrize("payload", [b"{half", b"\xff", b"[1]", b'{"no": "type"}', b'{"type": "response.completed"}'])
def test_what_is_no_event_cannot_be_read(desk: Desk, payload: bytes) -> None:
    desk.server.script = raw(b"data: " + payload + b"\n\n")
    desk.open(api="responses")
    desk.ask()
    assert desk.failed().error.code == "model.garbled"


def test_events_that_say_nothing_to_us_are_passed_over(desk: Desk) -> None:
    odd = b'data: {"type": "response.something.new"}\n\n'
    desk.server.script = raw(odd + streamed(text("Hello")) + odd + streamed(completed()))
    desk.open(api="responses")
    desk.ask()
    assert desk.answered().text == "Hello"
