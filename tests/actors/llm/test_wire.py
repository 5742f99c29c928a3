import json

from actors.llm.wire import REQUEST, request
from pipeline.chat import ChatMessage, ToolCall
from pipeline.commands import AskModel
from pipeline.tools import SPECS

CALLS = (ToolCall(id="call_1", name="plan_scenes", arguments="{}"), ToolCall(id="call_2", name="x", arguments="{half"))
TALK = (
    ChatMessage(role="system", content="You are a director."),
    ChatMessage(role="user", content="a teaser"),
    ChatMessage(role="assistant", content="On it.", tool_calls=CALLS),
    ChatMessage(role="tool", content="planned", tool_call_id="call_1"),
    ChatMessage(role="tool", content="not JSON", tool_call_id="call_2"),
    ChatMessage(role="assistant", content="Done."),
)


def test_a_whole_conversation_with_every_tool_fits_the_types_of_the_sdk() -> None:
    wanted = request(AskModel(role="plan", messages=TALK, tools=SPECS), "m")
    valid = REQUEST.validate_python(json.loads(json.dumps(wanted)))
    assert len(list(valid["messages"])) == len(TALK)
    assert len(list(valid.get("tools", ()))) == len(SPECS)


def test_arguments_that_were_no_json_are_wrapped_for_servers_refuse_them() -> None:
    said = request(AskModel(role="plan", messages=TALK), "m")["messages"][2]
    assert [call["function"]["arguments"] for call in said["tool_calls"]] == ["{}", '{"unreadable": "{half"}']


def test_arguments_that_nest_without_end_are_wrapped_too() -> None:
    call = ToolCall(id="c", name="x", arguments="[" * 100_000)
    talk = (ChatMessage(role="assistant", content="", tool_calls=(call,)),)
    [said] = request(AskModel(role="plan", messages=talk), "m")["messages"]
    assert said["tool_calls"][0]["function"]["arguments"].startswith('{"unreadable": "[[')


def test_without_tools_none_are_named() -> None:
    assert "tools" not in request(AskModel(role="write", messages=TALK[:2]), "m")
