"""What happened in this life of the process, in order, for who watches: numbered, and bounded."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from pydantic import JsonValue

KEPT = 5_000

Told = tuple[str, str | None, str, dict[str, JsonValue]]
"""What it is about, its job, a sentence, and all that is known."""


@dataclass(frozen=True, slots=True)
class LogRecord:
    """`n` counts from 1. What it says is worked out only for who reads it: most are never read."""

    n: int
    at: float
    kind: str
    tell: Callable[[], Told]

    def shown(self) -> dict[str, JsonValue]:
        """As JSON knows it."""
        about, job, sentence, data = self.tell()
        return {
            "n": self.n,
            "at": self.at,
            "kind": self.kind,
            "about": about,
            "job": job,
            "sentence": sentence,
            "data": data,
        }


class Log:
    """Written and read by any thread."""

    def __init__(self, now: Callable[[], float], kept: int = KEPT) -> None:
        self._now = now
        self._ring: deque[LogRecord] = deque(maxlen=kept)
        self._lock = threading.Lock()
        self._last = 0

    @property
    def last(self) -> int:
        """The number of the last record, 0 before the first."""
        return self._last

    def note(self, kind: str, tell: Callable[[], Told]) -> None:
        """Add a record; `tell` is called when somebody reads it, and must then say the same as now."""
        with self._lock:
            self._last += 1
            self._ring.append(LogRecord(self._last, self._now(), kind, tell))

    def after(self, number: int) -> list[LogRecord]:
        """Those that came after this number and are still kept, oldest first."""
        with self._lock:
            return self._tail(self._last - number)

    def latest(self, count: int) -> list[LogRecord]:
        """The last so many, oldest first."""
        with self._lock:
            return self._tail(count)

    def _tail(self, count: int) -> list[LogRecord]:
        if count <= 0:
            return []
        most = min(count, len(self._ring))
        return [self._ring[at] for at in range(len(self._ring) - most, len(self._ring))]
