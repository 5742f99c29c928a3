from dataclasses import dataclass
from enum import Enum

import pytest
from pydantic import BaseModel

from actors.runtime.redacted import redacted


class Kind(Enum):
    TURN = "turn"


class Value(BaseModel):
    source: str
    size: int


@dataclass(frozen=True)
class Message:
    job: str
    kind: Kind
    value: Value
    headers: dict[str, str]
    items: tuple[int, ...] = ()
    body: bytes = b"12345"
    api_key: str | None = "sk-1"


class Own:
    def redacted(self) -> dict[str, object]:
        return {"said": "by itself"}


def test_shows_fields_but_nothing_secret_and_nothing_long() -> None:
    message = Message("j1", Kind.TURN, Value(source="x" * 500, size=3), {"Cookie": "c", "Host": "h"}, (1,) * 10)
    assert redacted(message) == {
        "job": "j1",
        "kind": "turn",
        "value": {"source": "x" * 80 + "… (500 characters)", "size": 3},
        "headers": {"Cookie": "(secret)", "Host": "h"},
        "items": [1] * 8 + ["and 2 more"],
        "body": "5 bytes",
        "api_key": "(secret)",
    }


def test_a_message_may_say_it_itself() -> None:
    assert redacted(Own()) == {"said": "by itself"}


@pytest.mark.parametrize(("message", "shown"), [("text", "text"), (None, None), (print, "builtin_function_or_method")])
def test_what_has_no_fields_is_shown_as_it_is(message: object, shown: object) -> None:
    assert redacted(message) == {"": shown}


def test_does_not_go_down_for_ever() -> None:
    assert redacted([[[["deep"]]]]) == {"": [[["list"]]]}
