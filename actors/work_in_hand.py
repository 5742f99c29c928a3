"""What the build workers have in hand, and the one way to end it while they are busy with it."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from actors.messages import DropWork, Perform
from pipeline.ids import JobId
from pipeline.replay import Key

KEPT_DROPS = 1024
"""So many stopped jobs are remembered, for work of theirs that still waits in the mailbox."""


def _never() -> bool:
    return False


@dataclass(frozen=True, eq=False)
class Held:
    """Work, how to end it, and whether whoever holds it was given up, so that it is in nobody's hand."""

    work: Perform
    interrupt: Callable[[], None]
    is_lost: Callable[[], bool]


class WorkInHand:
    """Shared by the workers and by who stops them; every method may be called from any thread, and none waits."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._dropped: OrderedDict[JobId, int] = OrderedDict()
        self._held: dict[tuple[JobId, Key, int], Held] = {}

    @contextmanager
    def holding(
        self, work: Perform, interrupt: Callable[[], None], is_lost: Callable[[], bool] = _never
    ) -> Iterator[bool]:
        """Whether it is to be done: wanted, and in nobody's hand already, whose reply will do for both.

        While it is held, `interrupt` is called if nobody wants it any more. A holder that was given up while it was
        stuck (`is_lost`) holds nothing: no reply of its is heard.
        """
        name, mine = (work.job, work.key, work.epoch), Held(work, interrupt, is_lost)
        with self._lock:
            holder = self._held.get(name)
            free = holder is None or holder.is_lost()
            if free:
                self._held[name] = mine
            wanted = free and not self._is_dropped(work)
        try:
            yield wanted
        finally:
            with self._lock:
                if self._held.get(name) is mine:
                    del self._held[name]

    def is_wanted(self, work: Perform) -> bool:
        """Whether nobody has dropped it."""
        with self._lock:
            return not self._is_dropped(work)

    def drop(self, drop: DropWork) -> None:
        """End what is in hand of that job, and remember it for what still waits."""
        with self._lock:
            self._dropped[drop.job] = max(drop.epoch, self._dropped.get(drop.job, -1))
            while len(self._dropped) > KEPT_DROPS:
                self._dropped.popitem(last=False)
            for held in self._held.values():
                if self._is_dropped(held.work):
                    held.interrupt()

    def _is_dropped(self, work: Perform) -> bool:
        return work.epoch <= self._dropped.get(work.job, -1)
