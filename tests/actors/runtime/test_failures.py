from typing import Any

import pytest

from actors.runtime.envelope import Envelope
from actors.runtime.failures import failures_of
from actors.runtime.hand import Hand
from actors.runtime.reply import Reply

HAND = Hand("a", 2, "a")


def test_there_is_one_for_each_message_that_was_in_hand_and_its_ask_fails() -> None:
    reply: Reply[Any] = Reply()
    lost = [Envelope(1, "tell", None, 0.0, None), Envelope(2, "ask", None, 0.0, None, reply_to=reply)]
    failures = failures_of(HAND, lost, ValueError("no"))
    assert [(failure.child, failure.incarnation, failure.message) for failure in failures] == [
        ("a", 2, "tell"),
        ("a", 2, "ask"),
    ]
    assert "ValueError: no" in failures[0].traceback
    with pytest.raises(ValueError, match="no"):
        reply.get(timeout=0)


def test_there_is_one_without_a_message_when_none_was_in_hand() -> None:
    (failure,) = failures_of(HAND, [], ValueError())
    assert failure.message is None
