import json

import pytest

from actors.llm.lines import Lines, parsed

STREAM = b'event: x\r\ndata: {"a": 1}\r\n\r\n: a comment\ndata:{"b": "\xc3\xbc"}\n\ndata: [DONE]\n\n'
PAYLOADS = [b'{"a": 1}', b'{"b": "\xc3\xbc"}', b"[DONE]"]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_payloads_are_the_same_however_the_bytes_are_cut(size: int) -> None:
    lines = Lines()
    pieces = [STREAM[at : at + size] for at in range(0, len(STREAM), size)]
    assert [payload for piece in pieces for payload in lines.feed(piece)] == PAYLOADS


def test_a_last_line_that_nothing_ended_is_a_payload_too() -> None:
    lines = Lines()
    assert lines.feed(b'data: {"a"') == []
    assert lines.held == 10
    assert lines.feed(b": 1}") + lines.end() == [b'{"a": 1}']


def test_a_separator_of_unicode_inside_a_text_ends_no_line() -> None:
    payload = json.dumps({"a": "one\u2028two\x85three"}, ensure_ascii=False).encode()
    assert Lines().feed(b"data: " + payload + b"\n") == [payload]


def test_half_a_character_in_json_is_decoded_for_the_other_half_may_come() -> None:
    assert parsed(b'{"a": "\\ud83d"}') == {"a": "\ud83d"}


@pytest.mark.parametrize("payload", [b"{half", b"\xff\xfe", b'"\xff"', b""])
def test_what_is_no_json_is_a_value_error(payload: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parsed(payload)
