"""Who wants to be told when another ends."""

import threading
from dataclasses import dataclass

from actors.runtime.address import Address


@dataclass(frozen=True, slots=True)
class Ended:
    """To whoever watches: one life of an actor is over; `error` says of what it fell, None for good order."""

    child: str
    incarnation: int
    error: str | None


class Watchers:
    """Each is told urgently, of every life that ends, until it watches no more."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._watching: dict[str, list[Address]] = {}

    def watch(self, child: str, watcher: Address) -> None:
        """Tell `watcher` of each end of `child`, a name in a supervisor's tree that need not be there yet."""
        with self._lock:
            listening = self._watching.setdefault(child, [])
            if watcher not in listening:
                listening.append(watcher)

    def unwatch(self, child: str, watcher: Address) -> None:
        """Tell it no more."""
        with self._lock:
            listening = self._watching.get(child, [])
            if watcher in listening:
                listening.remove(watcher)

    def tell(self, ended: Ended) -> None:
        """An incarnation is gone."""
        with self._lock:
            listening = list(self._watching.get(ended.child, ()))
        for watcher in listening:
            watcher.tell(ended, urgent=True)
