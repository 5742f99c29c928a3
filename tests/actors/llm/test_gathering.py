from typing import Any

import pytest
from openai.types import CompletionUsage
from openai.types.chat import ChatCompletionChunk

from actors.llm.gathering import Gathering, joined
from pipeline.chat import ModelAnswer
from tests.actors.llm.faulty import chunk


def gathered(*chunks: dict[str, Any]) -> tuple[list[str], Gathering]:
    gathering = Gathering(asked_bytes=34)
    return [gathering.take(ChatCompletionChunk.model_construct(**_typed(one))) for one in chunks], gathering


def _typed(one: dict[str, Any]) -> dict[str, Any]:
    return dict(ChatCompletionChunk.model_validate(one))


def answer(gathering: Gathering) -> ModelAnswer:
    return gathering.answer(provider="Acme", ttft_ms=None, duration_ms=1.0)


def test_a_character_in_two_halves_is_told_whole() -> None:
    told, gathering = gathered(chunk("hi \ud83d"), chunk("\ude00!"), chunk(finish="stop"))
    assert told == ["hi ", "😀!", ""]
    assert answer(gathering).text == "hi 😀!"


def test_half_a_character_that_stays_alone_can_be_stored() -> None:
    told, _ = gathered(chunk("a\ud83d b"), chunk("\ud83d"), chunk(finish="stop"))
    "".join(told).encode()
    assert told == ["a\ufffd b", "", "\ufffd"]


def test_a_tool_call_is_made_storable_too() -> None:
    call = {"index": 0, "id": "c\ud83d", "function": {"name": "plan\ud83d", "arguments": '{"a": "\ud83d\ude00"}'}}
    _, gathering = gathered(chunk(calls=[call]), chunk(finish="tool_calls"))
    [made] = answer(gathering).tool_calls
    assert (made.id, made.name, made.arguments) == ("c\ufffd", "plan\ufffd", '{"a": "😀"}')


@pytest.mark.parametrize("counted", [10**30, -5, "many", None])
def test_tokens_that_cannot_be_are_estimated(counted: Any) -> None:  # noqa: ANN401  # what a server may say
    _, gathering = gathered(chunk("x" * 34), chunk(finish="stop"))
    gathering.usage = CompletionUsage.model_construct(
        prompt_tokens=counted, completion_tokens=1, total_tokens=1, prompt_tokens_details=None
    )
    usage = answer(gathering).usage
    assert (usage.tokens_in, usage.tokens_out, usage.estimated) == (10, 10, True)


@pytest.mark.parametrize("text", ["", "plain", "Grüße 👋"])
def test_whole_text_stays_as_it_is(text: str) -> None:
    assert joined(text) == text
