"""A circuit breaker: a server that keeps failing is left alone for a while, then asked by one probe at a time."""

from collections.abc import Callable
from dataclasses import dataclass

_MOST_OPEN_S = 120.0


@dataclass
class Breaker:
    """`clock` gives seconds. Closed: everybody may call. Open: nobody, until its time is over. Then one probe."""

    clock: Callable[[], float]
    failures_to_open: int = 5
    open_s: float = 15.0
    _failures: int = 0
    _openings: int = 0
    _opened_until: float = 0.0
    _is_probing: bool = False

    @property
    def state(self) -> str:
        """`closed`, `open` or `half-open`."""
        if self._failures < self.failures_to_open:
            return "closed"
        return "open" if self.clock() < self._opened_until else "half-open"

    @property
    def failures(self) -> int:
        """How often in a row it was not itself."""
        return self._failures

    def wait_s(self) -> float:
        """Enter: 0 when a call may be made, else how long to stay away. Whoever enters says how it went."""
        if self.state == "closed":
            return 0.0
        if self.state == "open":
            return self._opened_until - self.clock()
        if self._is_probing:
            return 1.0
        self._is_probing = True
        return 0.0

    def succeeded(self) -> None:
        """It answered."""
        self._failures = self._openings = 0
        self._is_probing = False

    def failed(self) -> None:
        """It was not itself; calls that were under way when it was left alone say nothing new."""
        if self.state == "open":
            return
        self._is_probing = False
        self._failures += 1
        if self._failures >= self.failures_to_open:
            stay_s = min(_MOST_OPEN_S, self.open_s * 2.0**self._openings)
            self._opened_until = self.clock() + stay_s
            self._openings += 1

    def left(self) -> None:
        """The call ended for a reason that says nothing of the server: it was cancelled, or refused."""
        self._is_probing = False
