"""A child kept ready ahead, so that whoever needs one does not wait for it to start."""

import threading
from collections.abc import Callable

from actors.gates.child import Child


class Spare:
    """`start` makes a child; each is taken once."""

    def __init__(self, start: Callable[[], Child]) -> None:
        self._start = start
        self._keeping = threading.Lock()
        self._closed = False
        self._child: Child | None = None
        self.warm()

    def take(self) -> Child:
        """The one that is ready, or a new one where there is none or it died. Raises GateUnavailableError."""
        child = self._taken()
        if child is not None and child.lives:
            return child
        if child is not None:
            child.end()
        return self._start()

    def warm(self) -> None:
        """Have a child ready for the next who comes. Raises GateUnavailableError."""
        with self._keeping:
            if self._child is None and not self._closed:
                self._child = self._start()

    def close(self) -> None:
        """End the child that is ready, and keep none from now on."""
        with self._keeping:
            self._closed = True
        if child := self._taken():
            child.end()

    def _taken(self) -> Child | None:
        with self._keeping:
            child, self._child = self._child, None
            return child
