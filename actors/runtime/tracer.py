"""What went through the actors: the last 10,000 spans, each with its start, its end and what it came of."""

from collections import deque
from typing import NamedTuple

from actors.runtime.envelope import Envelope
from actors.runtime.hand import Hand

KEPT = 10_000


class Span(NamedTuple):
    """One message on its way through one actor. Times are seconds of the system's monotonic clock.

    `taken_at` is None where nobody took it, `ended_at` while it is in hand; `outcome` is `handled`, `failed`,
    `in hand`, or the reason of its dead letter.
    """

    span: int
    parent: int | None
    trace: str
    label: str
    job: str | None
    attempt: int
    sender: str | None
    address: str
    child: str | None
    incarnation: int | None
    sent_at: float
    taken_at: float | None
    ended_at: float | None
    outcome: str


class Tracer:
    """Written by many threads without a lock: an append to a bounded deque is one step."""

    def __init__(self) -> None:
        self._ring: deque[Span] = deque(maxlen=KEPT)

    def spans(self) -> tuple[Span, ...]:
        """Those that have ended and are still kept, by their end."""
        return tuple(self._ring.copy())

    def ended(self, envelope: Envelope, address: str, hand: Hand | None, at: float, outcome: str) -> None:
        """Keep one that is over."""
        self._ring.append(span_of(envelope, address, hand, at, outcome))


def span_of(envelope: Envelope, address: str, hand: Hand | None, ended_at: float | None, outcome: str) -> Span:
    """The span of a message so far."""
    return Span(
        envelope.seq,
        envelope.parent,
        envelope.trace,
        envelope.label,
        envelope.job,
        envelope.attempt,
        envelope.sender,
        address,
        hand.child if hand else None,
        hand.incarnation if hand else None,
        envelope.sent_at,
        envelope.taken_at or None,
        ended_at,
        outcome,
    )
