"""A child that answers one line after the other, so that each source does not wait for a program to start.

It reads sources and executes nothing of them. It is replaced when it died, was late or said too much, and before
it grows old: what it has used of the processor and of memory counts against its limits.
"""

import threading
from collections.abc import Callable

from actors.gates.child import Child, Heard
from actors.gates.errors import GateUnavailableError
from actors.gates.hand import Hand
from actors.gates.pump import Ending

MOST_ANSWERS = 500


class Warm:
    """Asked by one thread at a time; `close` may be called from any."""

    def __init__(self, start: Callable[[], Child], hand: Hand, *, ready_s: float) -> None:
        self._start = start
        self._hand = hand
        self._ready_s = ready_s
        self._keeping = threading.Lock()
        self._closed = False
        self._child: Child | None = start()
        self._answers = 0

    def ask(self, line: bytes, *, within_s: float) -> tuple[Heard, int | None]:
        """What the child says to a line, and its exit code if it ended over it.

        Raises:
            GateUnavailableError: it does not start, twice in a row.
        """
        child = self._taken()
        with self._hand.lending(child):
            heard = child.hear_line(line, within_s=within_s)
        if heard.ending is Ending.HEARD:
            self._keep(child)
            return heard, None
        return heard, child.end(grace_s=1.0 if heard.ending is Ending.CLOSED else 0.0)

    def close(self) -> None:
        """End the child, and keep none from now on."""
        with self._keeping:
            self._closed = True
            child, self._child = self._child, None
        if child is not None:
            child.end()

    def _taken(self) -> Child:
        """The child, once it has said that it is ready."""
        said: object = ""
        for _ in range(2):
            with self._keeping:
                child, self._child = self._child or self._start(), None
            if self._answers and child.lives:
                return child
            self._answers = 0
            heard = child.hear_line(b"", within_s=self._ready_s)
            if heard.ending is Ending.HEARD:
                return child
            child.end()
            said = heard.err[-300:].decode(errors="replace").strip() or heard.ending
        raise GateUnavailableError(f"a program of the gates does not start ({said}); run the set-up again")

    def _keep(self, child: Child) -> None:
        self._answers += 1
        with self._keeping:
            if not self._closed and self._answers < MOST_ANSWERS:
                self._child = child
                return
            self._answers = 0
            self._child = None if self._closed else self._start()
        child.end()
