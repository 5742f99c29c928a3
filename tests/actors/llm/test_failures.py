import socket
from typing import Any

import pytest

from tests.actors.llm.desk import KEY, Desk
from tests.actors.llm.faulty import Call, Script, chunk, encoded, page, raw, refuses, says, stalls

ECHO = {"error": {"message": f"the key {KEY} may not do that", "type": "t", "code": "c"}}
NO_CREDIT = {"error": {"message": f"no credit for {KEY}", "type": "insufficient_quota", "code": "insufficient_quota"}}


def the_failure(desk: Desk, script: Script, **settings: Any) -> tuple[str, bool, float | None]:  # noqa: ANN401
    desk.server.script = script
    desk.open(**settings)
    desk.ask()
    failed = desk.failed()
    assert (failed.error.step, failed.error.attempt) == ("ask", 1)
    assert failed.error.user_can_act is not failed.passing
    return failed.error.code, failed.passing, failed.error.retry_after_s


@pytest.mark.parametrize(
    ("status", "code"),
    [(400, "model.refused"), (401, "model.bad-key"), (403, "model.forbidden"), (404, "model.unknown")],
)
def test_a_refusal_stops_the_job_and_never_tells_the_key(desk: Desk, status: int, code: str) -> None:
    assert the_failure(desk, refuses(status, ECHO)) == (code, False, None)


@pytest.mark.parametrize(
    ("status", "code"),
    [(408, "model.rate-limited"), (429, "model.rate-limited"), (500, "model.outage"), (503, "model.outage")],
)
def test_a_server_in_trouble_is_asked_again(desk: Desk, status: int, code: str) -> None:
    assert the_failure(desk, refuses(status, ECHO)) == (code, True, None)


def a_refusal(status: int, message: str, code: str | None = None) -> Script:
    return refuses(status, {"error": {"message": message, "type": code, "code": code}})


@pytest.mark.parametrize(
    ("script", "code"),
    [
        pytest.param(a_refusal(402, "pay first"), "model.no-credit", id="no payment"),
        pytest.param(
            a_refusal(403, "over the hard limit", "billing_hard_limit_reached"), "model.no-credit", id="a hard limit"
        ),
        pytest.param(
            a_refusal(400, "too much", "context_length_exceeded"),
            "model.context-too-long",
            id="a long context by its code",
        ),
        pytest.param(
            a_refusal(400, "This model's maximum context length is 8192 tokens."),
            "model.context-too-long",
            id="a long context by its words",
        ),
        pytest.param(a_refusal(413, "large"), "model.context-too-long", id="a large request"),
        pytest.param(a_refusal(400, "m-1 does not support tools"), "model.no-tools", id="no tools"),
        pytest.param(a_refusal(400, "no", "content_policy_violation"), "model.declined", id="a policy"),
        pytest.param(
            raw(encoded(chunk("Well"), chunk(finish="content_filter"))),
            "model.declined",
            id="a filter that ends the answer",
        ),
        pytest.param(
            raw(b'data: {"error": {"message": "no", "code": "content_filter"}}\n\n'),
            "model.declined",
            id="a filter in the stream",
        ),
        pytest.param(
            raw(b'data: {"error": {"message": "no", "type": "insufficient_quota"}}\n\n'),
            "model.no-credit",
            id="no quota in the stream",
        ),
    ],
)
def test_each_refusal_has_its_own_words_and_stops_the_job(desk: Desk, script: Script, code: str) -> None:
    assert the_failure(desk, script) == (code, False, None)


def test_a_server_that_says_how_long_to_wait_is_quoted(desk: Desk) -> None:
    script = refuses(429, ECHO, {"Retry-After": "17"})
    assert the_failure(desk, script) == ("model.rate-limited", True, 17.0)


def test_an_account_without_credit_is_not_asked_again(desk: Desk) -> None:
    assert the_failure(desk, refuses(429, NO_CREDIT)) == ("model.no-credit", False, None)


def test_a_server_that_is_not_there_is_asked_again(desk: Desk) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        desk.open(base_url=f"http://127.0.0.1:{free.getsockname()[1]}/v1")
        desk.ask()
        failed = desk.failed()
    assert failed.error.code in {"model.timeout", "model.unreachable"}
    assert failed.passing


@pytest.mark.parametrize(
    ("script", "code"),
    [
        pytest.param(page("<html>Please log in</html>"), "model.page", id="a page instead of a stream"),
        pytest.param(raw(b"data: [DONE]\n\n"), "model.cut", id="an empty stream"),
        pytest.param(raw(encoded(chunk("Half an ans"))), "model.cut", id="a stream that ends too early"),
        pytest.param(raw(b"data: {half\n\n"), "model.garbled", id="what is not JSON"),
        pytest.param(raw(b"data: \xff\xfe\n\n"), "model.garbled", id="what is not UTF-8"),
        pytest.param(raw(b"data: [1]\n\n"), "model.garbled", id="what is no chunk"),
        pytest.param(
            raw(encoded(chunk("One")), b'data: {"error": {"message": "it broke"}}\n\n'),
            "model.outage",
            id="an error in the middle",
        ),
        pytest.param(
            raw(b'data: {"error": {"message": "slow down", "code": "rate_limit_exceeded"}}\n\n'),
            "model.rate-limited",
            id="a limit told inside the stream",
        ),
        pytest.param(
            raw(encoded(chunk(calls=[{"index": 0, "id": "c", "function": {"name": "p", "arguments": '{"ti'}}]))),
            "model.cut",
            id="tool arguments cut in half",
        ),
        pytest.param(refuses(200, {"error": "it broke"}), "model.outage", id="an error with status 200"),
        pytest.param(refuses(200, ["what"]), "model.garbled", id="JSON that is no answer"),
    ],
)
def test_an_answer_that_is_none_is_asked_again(desk: Desk, script: Script, code: str) -> None:
    assert the_failure(desk, script) == (code, True, None)


def test_a_stream_that_stalls_is_given_up_after_the_read_timeout(desk: Desk) -> None:
    assert the_failure(desk, stalls, read_timeout_s=0.2) == ("model.timeout", True, None)


@pytest.mark.parametrize(
    ("limit", "settings", "message"),
    [
        ("read", {"read_timeout_s": 0.2}, "Acme said nothing for too long."),
        ("deadline", {"deadline_s": 0.2}, "Acme did not come to an end in time."),
    ],
)
def test_the_limit_that_was_passed_is_named(desk: Desk, limit: str, settings: dict[str, float], message: str) -> None:
    desk.server.script = stalls
    desk.open(**settings)  # type: ignore[arg-type]  # settings of its patience
    desk.ask()
    error = desk.failed().error
    assert (error.limit, error.message) == (limit, message)


def test_a_wait_that_is_too_long_to_be_waited_is_for_a_person_to_decide(desk: Desk) -> None:
    desk.server.script = refuses(429, ECHO, {"Retry-After": "3600"})
    desk.open()
    desk.ask()
    error = desk.failed().error
    assert (error.message, error.user_can_act) == ("Acme asks us to wait 3,600 s.", True)


def test_a_stream_that_never_ends_is_given_up_at_the_deadline(desk: Desk) -> None:
    assert the_failure(desk, stalls, deadline_s=0.2) == ("model.timeout", True, None)


def test_a_failure_is_not_remembered(desk: Desk) -> None:
    assert the_failure(desk, refuses(500, ECHO))[1]
    desk.server.script = raw(encoded(chunk("Hello"), chunk(finish="stop")))
    desk.ask()
    assert desk.answered().text == "Hello"


async def breaks(call: Call) -> None:
    """Begin, then tear the connection."""
    await call.send(chunk("One"))
    assert call.http.transport
    call.http.transport.abort()


def test_a_torn_connection_is_a_cut_answer(desk: Desk) -> None:
    assert the_failure(desk, breaks) == ("model.cut", True, None)


def test_an_answer_without_end_is_cut_and_not_asked_for_again(desk: Desk) -> None:
    assert the_failure(desk, says(*["x" * 500_000] * 10)) == ("model.too-long", False, None)
