"""What nobody handled, and why: a bounded ring that can be read at any time."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

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


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A message that was not handled; `at` is seconds since the Unix epoch."""

    reason: Reason
    address: str
    message: object
    at: float
    sender: str | None


class DeadLetters:
    """The last 1,000 dead letters, the count of all, and a hook that hears of each."""

    def __init__(self, on_dead_letter: Callable[[DeadLetter], None] | None = None) -> None:
        self.on_dead_letter = on_dead_letter
        self._ring: deque[DeadLetter] = deque(maxlen=KEPT)
        self._lock = threading.Lock()
        self._total = 0
        self._hearing = threading.local()

    @property
    def total(self) -> int:
        """How many there have been, the forgotten ones included."""
        return self._total

    def recent(self) -> tuple[DeadLetter, ...]:
        """The kept ones, oldest first."""
        with self._lock:
            return tuple(self._ring)

    def record(self, letter: DeadLetter) -> None:
        """Keep a letter and tell the hook; an error of the hook is logged and goes no further."""
        with self._lock:
            self._total += 1
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
