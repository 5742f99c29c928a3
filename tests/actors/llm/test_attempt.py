"""Which model answers, and what is told when it is another one."""

from typing import Any

import pytest

from pipeline.events import ModelFallback
from tests.actors.llm.desk import KEY, Desk, ask
from tests.actors.llm.faulty import Call, Script, chunk, encoded, raw, refuses, says


def only(model: str, script: Script, others: Script) -> Script:
    """That model answers so, the others so."""

    async def answer(call: Call) -> None:
        await (script if call.asked["model"] == model else others)(call)

    return answer


def refusal(status: int, code: str = "c", headers: dict[str, str] | None = None) -> Script:
    return refuses(status, {"error": {"message": f"not with {KEY}", "code": code}}, headers)


def the_fallback(desk: Desk) -> ModelFallback:
    event = desk.event()
    assert isinstance(event, ModelFallback)
    assert KEY not in event.model_dump_json()
    return event


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404])
def test_a_refusal_goes_to_the_next_model_at_once_and_is_told(desk: Desk, status: int) -> None:
    desk.server.script = only("m-plan", refusal(status), says("Hello"))
    desk.open(others=["spare"])
    desk.ask()
    answer = desk.answered()
    assert answer.text == "Hello"
    told = the_fallback(desk)
    assert (told.model, told.instead, told.job, told.attempt) == ("m-plan", "spare", "job_1", 1)
    assert [desk.called().asked["model"] for _ in range(2)] == ["m-plan", "spare"]


def test_one_hiccup_changes_no_model(desk: Desk) -> None:
    desk.server.script = only("m-plan", refusal(500), says("Hello"))
    desk.open(others=["spare"])
    desk.ask()
    assert desk.failed().error.code == "model.outage"


def test_an_outage_that_goes_on_goes_to_the_next_model(desk: Desk) -> None:
    desk.server.script = only("m-plan", refusal(500), says("Hello"))
    desk.open(others=["spare"])
    desk.ask(ask(attempt=2))
    assert desk.answered().text == "Hello"
    assert the_fallback(desk).code == "model.outage"


def test_a_limit_for_long_goes_to_the_next_model_and_a_short_one_does_not(desk: Desk) -> None:
    desk.server.script = only("m-plan", refusal(429, headers={"Retry-After": "0.01"}), says("Hello"))
    desk.open(others=["spare"])
    desk.ask()
    assert desk.failed().error.code == "model.rate-limited"
    desk.server.script = only("m-plan", refusal(429, headers={"Retry-After": "60"}), says("Hello"))
    desk.ask(ask(ordinal=1))
    assert desk.answered().text == "Hello"
    assert the_fallback(desk).code == "model.rate-limited"


def test_a_server_that_says_that_nothing_is_left_is_not_asked_until_there_is(desk: Desk) -> None:
    spent = {"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1m30s"}
    whole = {"choices": [{"message": {"content": "Hello"}, "finish_reason": "stop"}]}
    desk.server.script = refuses(200, whole, spent)
    desk.open()
    desk.ask()
    desk.answered()
    desk.called()
    desk.ask(ask(ordinal=1))
    error = desk.failed().error
    assert error.code == "model.rate-limited"
    assert 80 < (error.retry_after_s or 0) <= 90
    assert desk.server.calls.empty()


def test_once_words_were_told_no_other_model_goes_on(desk: Desk) -> None:
    desk.server.script = only("m-plan", raw(encoded(chunk("Half an ans"))), says("Hello"))
    desk.open(others=["spare"])
    desk.ask(ask(attempt=2))
    assert desk.failed().error.code == "model.cut"


def test_where_all_refuse_the_first_says_why(desk: Desk) -> None:
    desk.server.script = only("m-plan", refusal(401), refusal(404))
    desk.open(others=["spare"])
    desk.ask()
    assert desk.failed().error.code == "model.bad-key"


def test_where_one_may_answer_later_it_is_tried_later(desk: Desk) -> None:
    desk.server.script = only("m-plan", refusal(401), refusal(503))
    desk.open(others=["spare"])
    desk.ask()
    assert desk.failed().error.code == "model.outage"


def test_a_server_that_keeps_failing_is_left_alone(desk: Desk) -> None:
    desk.server.script = refusal(500)
    desk.open(failures_to_open=2, open_s=60.0)
    for ordinal in range(2):
        desk.ask(ask(ordinal=ordinal))
        assert desk.failed().error.code == "model.outage"
        desk.called()
    desk.ask(ask(ordinal=2))
    error = desk.failed().error
    assert error.code == "model.circuit-open"
    assert 0 < (error.retry_after_s or 0) <= 60
    assert desk.server.calls.empty()


def test_settings_that_a_model_refuses_are_left_out_from_then_on(desk: Desk) -> None:
    async def picky(call: Call) -> None:
        known: dict[str, Any] = {"temperature": "temperature", "stream_options": "stream_option"}
        met = next((word for name, word in known.items() if name in call.asked), None)
        await (refusal(400, f"unsupported_{met}") if met else says("Hello"))(call)

    desk.server.script = picky
    desk.open(temperature=0.5)
    desk.ask()
    assert desk.answered().text == "Hello"
    assert [sorted({"temperature", "stream_options"} & set(desk.called().asked)) for _ in range(3)] == [
        ["stream_options", "temperature"],
        ["stream_options"],
        [],
    ]
    desk.ask(ask(ordinal=1))
    desk.answered()
    assert {"temperature", "stream_options"}.isdisjoint(desk.called().asked)
