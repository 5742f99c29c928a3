from typing import Any

import pytest

from actors.llm.gathering import Gathering, joined
from pipeline.chat import ModelAnswer, Usage


def answer(gathering: Gathering) -> ModelAnswer:
    return gathering.answer(provider="Acme", ttft_ms=None, duration_ms=1.0)


def test_a_character_in_two_halves_is_told_whole() -> None:
    gathering = Gathering(34)
    told = [gathering.say("hi \ud83d"), gathering.say("\ude00!"), gathering.say("", ended=True)]
    assert told == ["hi ", "😀!", ""]
    assert answer(gathering).text == "hi 😀!"


def test_half_a_character_that_stays_alone_can_be_stored() -> None:
    gathering = Gathering(34)
    told = [gathering.say("a\ud83d b"), gathering.say("\ud83d"), gathering.say("", ended=True)]
    "".join(told).encode()
    assert told == ["a\ufffd b", "", "\ufffd"]


def test_a_tool_call_is_made_storable_too() -> None:
    gathering = Gathering(34)
    gathering.call(0, id_="c\ud83d", name="plan\ud83d", arguments='{"a": "\ud83d')
    gathering.call(0, arguments='\ude00"}')
    [made] = answer(gathering).tool_calls
    assert (made.id, made.name, made.arguments) == ("c\ufffd", "plan\ufffd", '{"a": "😀"}')


@pytest.mark.parametrize("indices", [(0, 1), (0, 0), (None, None)])
def test_two_calls_are_told_apart_also_where_the_server_does_not_number_them(indices: tuple[int | None, ...]) -> None:
    gathering = Gathering(34)
    for index, name in zip(indices, "ab", strict=True):
        gathering.call(index, id_=f"call_{name}", name=name, arguments="{")
        gathering.call(index, id_=None if index != 0 or name == "a" else "call_b", arguments="}")
    assert [(call.id, call.name, call.arguments) for call in answer(gathering).tool_calls] == [
        ("call_a", "a", "{}"),
        ("call_b", "b", "{}"),
    ]


def test_a_call_that_the_server_gave_no_id_has_one() -> None:
    gathering = Gathering(34)
    gathering.call(0, name="plan", arguments="{}")
    assert answer(gathering).tool_calls[0].id == "call_0"


@pytest.mark.parametrize("counted", [10**30, -5, "many", None, True])
def test_tokens_that_cannot_be_are_estimated(counted: Any) -> None:  # noqa: ANN401  # what a server may say
    gathering = Gathering(34, is_received=True)
    gathering.say("x" * 34)
    gathering.count(counted, 1, None)
    usage = answer(gathering).usage
    assert (usage.tokens_in, usage.tokens_out, usage.estimated) == (10, 10, True)


def test_what_came_of_a_cut_answer_is_estimated_with_its_tool_calls() -> None:
    gathering = Gathering(0, is_received=True)
    gathering.say("x" * 17)
    gathering.call(0, arguments="y" * 17)
    assert gathering.usage().model_dump() == {"tokens_in": 0, "tokens_out": 10, "tokens_cached": 0, "estimated": True}


@pytest.mark.parametrize("text", ["", "plain", "Grüße 👋"])
def test_whole_text_stays_as_it_is(text: str) -> None:
    assert joined(text) == text


def test_a_question_that_no_server_took_cost_nothing() -> None:
    assert Gathering(1000).usage() == Usage()


def test_more_cached_than_was_asked_cannot_be() -> None:
    gathering = Gathering(0)
    gathering.count(10, 1, 20)
    assert gathering.usage().tokens_cached == 10


def test_a_server_that_counts_none_of_what_it_said_did_not_count() -> None:
    gathering = Gathering(34, is_received=True)
    gathering.say("x" * 34)
    gathering.count(0, 0, 0)
    assert gathering.usage() == Usage(tokens_in=10, tokens_out=10, estimated=True)
