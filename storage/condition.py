"""How the store is: what it cannot do at the moment, and why.

Whoever meets a fault notes it, and whoever sees that it is gone clears it.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

logger = logging.getLogger(__name__)

WRITING, READING, KEEPING = "writing", "reading", "artifacts"


@dataclass(frozen=True)
class Trouble:
    """Something the store cannot do; `since` is in seconds since the epoch."""

    reason: str
    since: float


class Condition:
    """Used by any thread. The store is degraded while it has troubles, each under the name of what it concerns."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._guard = threading.Lock()
        self._troubles: dict[str, Trouble] = {}

    @property
    def degraded(self) -> bool:
        """Whether anything is wrong."""
        return bool(self._troubles)

    @property
    def troubles(self) -> dict[str, Trouble]:
        """What is wrong, as it is now."""
        with self._guard:
            return dict(self._troubles)

    def fails(self, what: str, reason: str) -> None:
        """Note that this cannot be done; since when is kept while it goes on."""
        with self._guard:
            known = self._troubles.get(what)
            self._troubles[what] = Trouble(reason, known.since if known else self._clock())
        if known is None:
            logger.error("the store is degraded", extra={"what": what, "reason": reason})

    def works(self, what: str) -> None:
        """Note that this can be done; says so if it could not before."""
        if what not in self._troubles:  # without the lock: this is asked at every commit and every read
            return
        with self._guard:
            gone = self._troubles.pop(what, None)
        if gone is not None:
            logger.warning(
                "the store has recovered", extra={"what": what, "seconds": round(self._clock() - gone.since)}
            )
