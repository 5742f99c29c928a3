import pytest

from actors.llm.redaction import redacted


def test_what_looks_like_a_key_is_taken_out_too() -> None:
    assert redacted("the keys sk-abc123456789 and secret", "secret") == "the keys [key] and [key]"


@pytest.mark.parametrize("written", ['a+b"c/d', 'a+b\\"c/d', "a%2Bb%22c%2Fd"])
def test_the_key_is_found_as_json_and_addresses_write_it(written: str) -> None:
    assert redacted(f"no {written} here", 'a+b"c/d') == "no [key] here"


def test_the_word_that_stands_for_no_key_is_left_where_it_is_said() -> None:
    assert redacted("none of the models", "none") == "none of the models"
