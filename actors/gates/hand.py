"""What is in hand: the children that work for one piece of work, and the one way to end it from another thread."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from actors.gates.child import Child
from actors.gates.errors import GateInterruptedError


class Hand:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._working = False
        self._interrupted = False
        self._children: set[Child] = set()

    @contextmanager
    def work(self) -> Iterator[None]:
        """One piece of work; if it was interrupted, whatever it came to is not heard.

        Raises:
            GateInterruptedError: another thread called `interrupt` meanwhile.
        """
        with self._lock:
            self._working, self._interrupted = True, False
        try:
            yield
        finally:
            with self._lock:
                self._working = False
                self._children.clear()
                interrupted = self._interrupted
            if interrupted:
                raise GateInterruptedError("the check was interrupted")

    @contextmanager
    def lending(self, child: Child) -> Iterator[Child]:
        """A child that works now and may go on afterwards, unless it is interrupted."""
        with self._lock:
            self._children.add(child)
            if self._interrupted:
                child.kill()
        try:
            yield child
        finally:
            with self._lock:
                self._children.discard(child)

    @contextmanager
    def holding(self, child: Child) -> Iterator[Child]:
        """A child that works now; it does not outlive this."""
        with self.lending(child):
            try:
                yield child
            finally:
                child.end()

    def interrupt(self) -> None:
        """End the work in hand, if any; what is begun later is not touched."""
        with self._lock:
            if self._working:
                self._interrupted = True
                for child in self._children:
                    child.kill()
