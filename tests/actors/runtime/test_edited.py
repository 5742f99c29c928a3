from dataclasses import dataclass

import pytest

from actors.runtime.edited import edited


@dataclass(frozen=True)
class Message:
    job: str
    number: int
    note: str | None = None
    parts: tuple[int, ...] = ()


MESSAGE = Message("j1", 1)


def test_a_message_is_sent_again_as_it_is_or_with_fields_changed() -> None:
    assert edited(MESSAGE, {}) is MESSAGE
    assert edited(MESSAGE, {"number": 2, "note": "by hand"}) == Message("j1", 2, "by hand")


@pytest.mark.parametrize(
    ("message", "changes", "why"),
    [
        ("text", {"a": 1}, "str has no fields to change"),
        (MESSAGE, {"jobs": "j2"}, r"jobs is not a field of the message; it has \['job'"),
        (MESSAGE, {"number": "2"}, "number is int and cannot become str"),
        (MESSAGE, {"number": True}, "number is int and cannot become bool"),
        (MESSAGE, {"parts": (1,)}, "parts is tuple and cannot become tuple"),
    ],
)
def test_a_change_that_does_not_fit_says_why(message: object, changes: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        edited(message, changes)
