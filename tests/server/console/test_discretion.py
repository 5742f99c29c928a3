from pydantic import JsonValue

from server.console.discretion import without_secrets


def test_every_text_is_cleaned_however_deep_it_lies() -> None:
    said: dict[str, JsonValue] = {"a": [{"b": "Bearer abcdefgh12345678"}], "n": 1, "none": None}
    assert without_secrets(said) == {"a": [{"b": "Bearer [key]"}], "n": 1, "none": None}
