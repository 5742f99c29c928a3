"""What went wrong in an actor, with the message that it happened to."""

from collections.abc import Sequence
from dataclasses import dataclass

from actors.runtime.envelope import Envelope
from actors.runtime.hand import Hand
from actors.runtime.places import traceback_of


@dataclass(frozen=True, slots=True)
class Failure:
    """One per message that was in hand; `message` is None where none was, as in on_start. It is never retried."""

    child: str
    incarnation: int
    message: object | None
    error: BaseException
    traceback: str


def failures_of(hand: Hand, lost: Sequence[Envelope], error: BaseException) -> tuple[Failure, ...]:
    """One failure per lost message, or one without a message; their asks fail with the same error."""
    text = traceback_of(error)
    for envelope in lost:
        envelope.fail(error)
    messages = [envelope.message for envelope in lost] or [None]
    return tuple(Failure(hand.child, hand.incarnation, message, error, text) for message in messages)
