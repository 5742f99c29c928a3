"""The model service before a stand-in that nobody here wrote, in both wires."""

from collections.abc import Iterator
from typing import Any

import pytest
from openai import OpenAI

from actors.llm.endpoint import Api
from pipeline.chat import ChatMessage, ModelAnswer, ToolCall
from pipeline.tools import SPECS
from tests.actors.llm.aimock.aimock import Aimock
from tests.actors.llm.desk import Desk, ask


@pytest.fixture(scope="module")
def aimock() -> Iterator[Aimock]:
    with Aimock() as server:
        yield server


@pytest.fixture(params=["chat", "responses"])
def api(request: pytest.FixtureRequest) -> Api:
    wire: Api = request.param
    return wire


@pytest.fixture
def at(desk: Desk, aimock: Aimock, api: Api) -> Desk:
    desk.open(base_url=aimock.base_url, api=api)
    return desk


def said(content: str, **fields: Any) -> Any:  # noqa: ANN401
    return ask(messages=(ChatMessage(role="user", content=content),), **fields)


def heard(desk: Desk, content: str, **fields: Any) -> ModelAnswer:  # noqa: ANN401
    desk.ask(said(content, **fields))
    return desk.answered()


def test_an_answer_is_what_the_sdk_itself_hears(at: Desk, aimock: Aimock, api: Api) -> None:
    answer = heard(at, "say hello")
    assert (answer.text, answer.finish_reason) == (typed(aimock, api, "say hello"), "stop")
    assert answer.usage.tokens_out > 0


def typed(aimock: Aimock, api: Api, content: str) -> str:
    """The same answer through the SDK's own stream of typed events."""
    client = OpenAI(base_url=aimock.base_url, api_key="none")
    if api == "responses":
        events = client.responses.create(model="m", input=content, stream=True)
        return "".join(event.delta for event in events if event.type == "response.output_text.delta")
    chunks = client.chat.completions.create(model="m", messages=[{"role": "user", "content": content}], stream=True)
    return "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)


def test_what_the_server_counted_is_what_is_noted(at: Desk) -> None:
    usage = heard(at, "count").usage
    assert (usage.tokens_in, usage.tokens_out, usage.estimated) == (101, 23, False)
    assert at.note().usage == usage


def test_calls_side_by_side_come_whole(at: Desk) -> None:
    answer = heard(at, "plan two things", tools=SPECS)
    assert answer.text == "On it."
    assert answer.tool_calls == (
        ToolCall(id="call_a", name="plan_scenes", arguments='{"title":"Nimbus","scenes":[]}'),
        ToolCall(id="call_b", name="set_project", arguments='{"name":"Nimbus \\"quoted\\" 👋"}'),
    )


@pytest.mark.parametrize(
    ("content", "code", "text"),
    [
        ("too fast", "model.rate-limited", "Now it is fine."),
        ("break", "model.outage", "It works again."),
        ("vanish", "model.cut", "This one is whole."),
    ],
)
def test_a_failure_is_told_and_the_next_attempt_answers(at: Desk, api: Api, content: str, code: str, text: str) -> None:
    content = f"{content} ({api})"
    at.ask(said(content))
    failed = at.failed()
    assert (failed.error.code, failed.passing) == (code, True)
    assert failed.error.retry_after_s == (1.0 if content.startswith("too fast") else None)
    assert heard(at, content, ordinal=1, attempt=2).text == text
