import socket

import pytest

from actors.llm.failures import redacted
from tests.actors.llm.desk import KEY, Desk
from tests.actors.llm.faulty import Script, chunk, encoded, page, raw, refuses, says, stalls

ECHO = {"error": {"message": f"the key {KEY} may not do that", "type": "t", "code": "c"}}
NO_CREDIT = {"error": {"message": f"no credit for {KEY}", "type": "insufficient_quota", "code": "insufficient_quota"}}


def the_failure(desk: Desk, script: Script, **settings: float) -> tuple[str, bool, float | None]:
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
        pytest.param(page("<html>Please log in</html>"), "model.cut", id="a page instead of a stream"),
        pytest.param(raw(b"data: [DONE]\n\n"), "model.cut", id="an empty stream"),
        pytest.param(raw(encoded(chunk("Half an ans"))), "model.cut", id="a stream that ends too early"),
        pytest.param(raw(b"data: {half\n\n"), "model.garbled", id="what is not JSON"),
        pytest.param(raw(b"data: \xff\xfe\n\n"), "model.garbled", id="what is not UTF-8"),
        pytest.param(raw(b"data: [1]\n\n"), "model.failed", id="what is no chunk"),
        pytest.param(
            raw(encoded(chunk("One")), b'data: {"error": {"message": "it broke"}}\n\n'),
            "model.garbled",
            id="an error in the middle",
        ),
    ],
)
def test_an_answer_that_is_none_is_asked_again(desk: Desk, script: Script, code: str) -> None:
    assert the_failure(desk, script) == (code, True, None)


def test_a_stream_that_stalls_is_given_up_after_the_read_timeout(desk: Desk) -> None:
    assert the_failure(desk, stalls, read_timeout_s=0.2) == ("model.timeout", True, None)


def test_a_stream_that_never_ends_is_given_up_at_the_deadline(desk: Desk) -> None:
    assert the_failure(desk, stalls, deadline_s=0.2) == ("model.timeout", True, None)


def test_a_failure_is_not_remembered(desk: Desk) -> None:
    assert the_failure(desk, refuses(500, ECHO))[1]
    desk.server.script = raw(encoded(chunk("Hello"), chunk(finish="stop")))
    desk.ask()
    assert desk.answered().text == "Hello"


def test_what_looks_like_a_key_is_taken_out_too() -> None:
    assert redacted("the keys sk-abc123456789 and secret", "secret") == "the keys [key] and [key]"


@pytest.mark.parametrize("written", ['a+b"c/d', 'a+b\\"c/d', "a%2Bb%22c%2Fd"])
def test_the_key_is_found_as_json_and_addresses_write_it(written: str) -> None:
    assert redacted(f"no {written} here", 'a+b"c/d') == "no [key] here"


def test_the_word_that_stands_for_no_key_is_left_where_it_is_said() -> None:
    assert redacted("none of the models", "none") == "none of the models"


def test_an_answer_without_end_is_cut_and_not_asked_for_again(desk: Desk) -> None:
    assert the_failure(desk, says(*["x" * 500_000] * 9)) == ("model.too-long", False, None)
