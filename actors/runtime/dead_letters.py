"""What nobody handled, and why: a bounded ring that can be read at any time."""

import logging
import threading
from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from actors.runtime.envelope import Envelope
from actors.runtime.redacted import redacted

KEPT = 1_000
logger = logging.getLogger(__name__)


class Reason(Enum):
    """Why a message was not handled."""

    STOPPED = "stopped"
    FULL = "full"
    DROPPED_OLDEST = "dropped-oldest"
    DROPPED_NEWEST = "dropped-newest"
    FENCED = "fenced"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    DISCARDED = "discarded"
    STALE = "stale"
    INJECTED = "injected"
    """Somebody wanted it to be lost, to see what follows."""


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A message that was not handled; `at` is seconds since the Unix epoch, `number` that of the message."""

    reason: Reason
    address: str
    message: object
    at: float
    sender: str | None
    number: int = 0
    label: str = ""
    job: str | None = None
    trace: str | None = None
    attempt: int = 1
    replays: int = 0

    @property
    def redacted(self) -> Mapping[str, object]:
        """What may be shown of the message."""
        return redacted(self.message)

    @classmethod
    def of(cls, envelope: Envelope, address: str, reason: Reason, at: float) -> "DeadLetter":
        """What is kept of a message that nobody handled."""
        return cls(
            reason,
            address,
            envelope.message,
            at,
            envelope.sender,
            envelope.seq,
            envelope.label,
            envelope.job,
            envelope.trace,
            envelope.attempt,
            envelope.replays,
        )


class DeadLetters:
    """The last 1,000 dead letters, the count of all, and a hook that hears of each."""

    def __init__(self, on_dead_letter: Callable[[DeadLetter], None] | None = None) -> None:
        self.on_dead_letter = on_dead_letter
        self._ring: deque[DeadLetter] = deque(maxlen=KEPT)
        self._lock = threading.Lock()
        self._total = 0
        self._by_reason: Counter[Reason] = Counter()
        self._hearing = threading.local()

    @property
    def total(self) -> int:
        """How many there have been, the forgotten ones included."""
        return self._total

    def by_reason(self) -> dict[Reason, int]:
        """How many of each kind there have been."""
        with self._lock:
            return dict(self._by_reason)

    def recent(self) -> tuple[DeadLetter, ...]:
        """The kept ones, oldest first."""
        with self._lock:
            return tuple(self._ring)

    def take(self, number: int) -> DeadLetter:
        """Take a kept one out, to send it again. Raises KeyError."""
        with self._lock:
            for letter in self._ring:
                if letter.number == number:
                    self._ring.remove(letter)
                    return letter
        msg = f"dead letter {number} is not kept here; the last {KEPT} are, until they are sent again"
        raise KeyError(msg)

    def keep(self, letter: DeadLetter) -> None:
        """Put back one that was taken in vain; it is not counted again."""
        with self._lock:
            self._ring.append(letter)

    def record(self, letter: DeadLetter) -> None:
        """Keep a letter and tell the hook; an error of the hook is logged and goes no further."""
        with self._lock:
            self._total += 1
            self._by_reason[letter.reason] += 1
            self._ring.append(letter)
        # A hook whose own message dies must not be told of it, or it would go round for ever.
        if self.on_dead_letter is None or getattr(self._hearing, "now", False):
            return
        self._hearing.now = True
        try:
            self.on_dead_letter(letter)
        except Exception:
            logger.exception("the dead letter hook failed on a letter to %s", letter.address)
        finally:
            self._hearing.now = False
