"""Time that passes only when something happens."""

import heapq
from collections.abc import Callable
from itertools import count

BEGIN_S = 1_790_000_000.0


class Clock:
    """`now` is in seconds since the epoch; what comes at the same moment comes in the order it was planned."""

    def __init__(self) -> None:
        self.now = BEGIN_S
        self._heap: list[tuple[float, int, Callable[[], None]]] = []
        self._numbers = count()

    def after(self, seconds: float, action: Callable[[], None]) -> None:
        """Let it happen in so many seconds."""
        heapq.heappush(self._heap, (self.now + seconds, next(self._numbers), action))

    def step(self) -> bool:
        """Let the next thing happen; False when there is none."""
        if not self._heap:
            return False
        self.now, _, action = heapq.heappop(self._heap)
        action()
        return True
