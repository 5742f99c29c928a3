import pytest

from pipeline.redaction import redacted


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the key sk-abc123456789 is wrong", "the key [key] is wrong"),
        ("Authorization: Bearer abcdefgh12345678", "Authorization: Bearer [key]"),
        ('{"api_key": "abcdef", "model": "m"}', '{"api_key": "[key]", "model": "m"}'),
        ("password=hunter2 and more", "password=[key] and more"),
        ("http://maker:hunter2@example.org/v1", "http://[key]@example.org/v1"),
        ("token ghp_abcdefghij1234567890 leaked", "token [key] leaked"),
    ],
)
def test_what_looks_like_a_secret_is_taken_out(text: str, left: str) -> None:
    assert redacted(text) == left


@pytest.mark.parametrize("text", ["tokens: 12", "a key frame at 30", "the bearer of news", "http://127.0.0.1:80/v1"])
def test_words_that_are_none_stay(text: str) -> None:
    assert redacted(text) == text


def test_a_long_text_takes_no_longer_than_it_is_long() -> None:
    long = "x" * 1_000_000
    assert redacted(f"{long} https://me:word@host") == f"{long} https://[key]@host"
