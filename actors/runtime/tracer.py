"""What went through the actors: the last 10,000 spans, each with its start, its end and what it came of."""

from collections import deque
from typing import Any, NamedTuple

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
    """Written by many threads without a lock: an append to a bounded deque is one step.

    What is kept is written down as it is, and made readable only for who reads: this runs once for every message.
    """

    def __init__(self) -> None:
        self._ring: deque[tuple[Any, ...]] = deque(maxlen=KEPT)
        self.is_on = True
        """Where it is off, nothing is kept."""

    def spans(self) -> tuple[Span, ...]:
        """Those that have ended and are still kept, by their end."""
        return tuple(_readable(row) for row in self._ring.copy())

    def after(self, mark: object) -> tuple[list[Span], object]:
        """Those that have ended after that mark, oldest first, and the mark of now; without one, all that are kept."""
        rows = self._ring.copy()
        fresh: list[tuple[Any, ...]] = []
        for row in reversed(rows):
            if row is mark:
                break
            fresh.append(row)
        return [_readable(row) for row in reversed(fresh)], rows[-1] if rows else None

    def ended(self, envelope: Envelope, address: str, hand: Hand | None, at: float, outcome: str) -> None:
        """Keep one that is over."""
        if self.is_on:
            self._ring.append(_row(envelope, address, hand, at, outcome))


def span_of(envelope: Envelope, address: str, hand: Hand | None, ended_at: float | None, outcome: str) -> Span:
    """The span of a message so far."""
    return _readable(_row(envelope, address, hand, ended_at, outcome))


def _row(envelope: Envelope, address: str, hand: Hand | None, at: float | None, outcome: str) -> tuple[Any, ...]:
    message = envelope.message
    try:
        trace, label = getattr(message, "trace", None), getattr(message, "label", None)
        job, attempt = getattr(message, "job", None), getattr(message, "attempt", 1)
    except Exception:  # noqa: BLE001 - what a message says of itself must not tear the books
        trace, label, job, attempt = None, None, None, 1
    about = (trace, envelope.root, label or type(message), job, attempt, envelope.replays, envelope.sender)
    times = (envelope.sent_at, envelope.taken_at, at)
    return (envelope.seq, envelope.parent, *about, address, hand, *times, outcome)


def _readable(row: tuple[Any, ...]) -> Span:
    seq, parent, trace, root, label, job, attempt, replays, sender, address, hand, sent_at, taken_at, at, outcome = row
    return Span(
        seq,
        parent,
        trace if isinstance(trace, str) else f"{root or seq:x}",
        label if isinstance(label, str) else getattr(label, "__name__", "message"),
        job if isinstance(job, str) else None,
        (attempt if isinstance(attempt, int) else 1) + replays,
        sender,
        address,
        hand.child if hand else None,
        hand.incarnation if hand else None,
        sent_at,
        taken_at or None,
        at,
        outcome,
    )
