import json
from typing import Any

import pytest
from openai.types.chat import ChatCompletionChunk

from actors.llm.adapters.adapter import Question
from actors.llm.adapters.chat import REQUEST, ChatCompletions
from actors.llm.gathering import Gathering
from pipeline.chat import ChatMessage, ToolCall
from pipeline.commands import AskModel
from pipeline.ids import Sha256
from pipeline.tools import SPECS
from tests.actors.llm.faulty import chunk, usage

CALLS = (ToolCall(id="call_1", name="plan_scenes", arguments="{}"), ToolCall(id="call_2", name="x", arguments="{half"))
PICTURE = Sha256("a" * 64)
TALK = (
    ChatMessage(role="system", content="You are a director."),
    ChatMessage(role="user", content="a teaser", images=(PICTURE,)),
    ChatMessage(role="assistant", content="On it.", tool_calls=CALLS),
    ChatMessage(role="tool", content="planned", tool_call_id="call_1"),
    ChatMessage(role="tool", content="not JSON", tool_call_id="call_2"),
    ChatMessage(role="assistant", content="Done."),
)
SEEN = {PICTURE: "data:image/png;base64,AAAA"}
CHAT = ChatCompletions()


def wanted(messages: tuple[ChatMessage, ...] = TALK, **given: Any) -> dict[str, Any]:  # noqa: ANN401
    """The request as it travels, held to the SDK's types."""
    tools = given.pop("tools", ())
    ask = AskModel(role="plan", messages=messages, tools=tools)
    body: dict[str, Any] = json.loads(json.dumps(CHAT.request(Question(ask, "m", **given))))
    valid = REQUEST.validate_python(body)
    assert len(list(valid["messages"])) == len(messages)
    assert len(list(valid.get("tools", ()))) == len(tools)
    return body


def test_a_whole_conversation_with_every_tool_fits_the_types_of_the_sdk() -> None:
    assert len(wanted(tools=SPECS)["tools"]) == len(SPECS)


def test_an_attached_image_is_shown() -> None:
    said = wanted(images=SEEN)["messages"][1]["content"]
    assert said == [
        {"type": "text", "text": "a teaser"},
        {"type": "image_url", "image_url": {"url": SEEN[PICTURE]}},
    ]


def test_where_a_model_takes_settings_they_are_given() -> None:
    asked = wanted(temperature=0.2, reasoning_effort="low")
    assert (asked["temperature"], asked["reasoning_effort"]) == (0.2, "low")
    bare = wanted(temperature=0.2, reasoning_effort="low", lacks=frozenset({"temperature", "reasoning_effort"}))
    assert {"temperature", "reasoning_effort"}.isdisjoint(bare)


def test_arguments_that_were_no_json_are_wrapped_for_servers_refuse_them() -> None:
    said = wanted()["messages"][2]
    assert [call["function"]["arguments"] for call in said["tool_calls"]] == ["{}", '{"unreadable": "{half"}']


def test_arguments_that_nest_without_end_are_wrapped_too() -> None:
    call = ToolCall(id="c", name="x", arguments="[" * 100_000)
    [said] = wanted((ChatMessage(role="assistant", content="", tool_calls=(call,)),))["messages"]
    assert said["tool_calls"][0]["function"]["arguments"].startswith('{"unreadable": "[[')


def test_without_tools_none_are_named() -> None:
    assert "tools" not in wanted(TALK[:2])


def test_what_is_read_raw_is_what_the_types_of_the_sdk_read() -> None:
    call = {"index": 0, "id": "c", "type": "function", "function": {"name": "plan", "arguments": '{"a":1}'}}
    stream = [chunk("Hel"), chunk("lo 👋"), chunk(calls=[call]), chunk(finish="tool_calls"), usage()]
    gathering = Gathering(0)
    told = [CHAT.take(json.loads(json.dumps(one)), gathering) for one in stream]
    typed = [ChatCompletionChunk.model_validate(one) for one in stream]
    assert told == [(one.choices[0].delta.content or "") if one.choices else "" for one in typed]
    answer = gathering.answer(provider="Acme", ttft_ms=None, duration_ms=0.0)
    counted = typed[-1].usage
    assert counted
    assert (answer.usage.tokens_in, answer.usage.tokens_out) == (counted.prompt_tokens, counted.completion_tokens)
    assert [(one.name, one.arguments) for one in answer.tool_calls] == [("plan", '{"a":1}')]
    assert answer.finish_reason == typed[3].choices[0].finish_reason


@pytest.mark.parametrize("payload", [{"choices": None}, {"choices": [{}]}, {"choices": [{"delta": None}]}, {}])
def test_a_chunk_that_says_nothing_says_nothing(payload: dict[str, Any]) -> None:
    assert CHAT.take(payload, Gathering(0)) == ""
