"""What a thread has in hand: the child that works for it, and the one way to end that work from another thread."""

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
        self._child: Child | None = None

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
                self._working, self._child = False, None
                interrupted = self._interrupted
            if interrupted:
                raise GateInterruptedError("the check was interrupted")

    @contextmanager
    def holding(self, child: Child) -> Iterator[Child]:
        """The child that works now; it does not outlive this."""
        with self._lock:
            self._child = child
            if self._interrupted:
                child.kill()
        try:
            yield child
        finally:
            with self._lock:
                self._child = None
            child.end()

    def interrupt(self) -> None:
        """End the work in hand, if any; what is begun later is not touched."""
        with self._lock:
            if self._working:
                self._interrupted = True
                if self._child is not None:
                    self._child.kill()
