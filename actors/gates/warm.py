"""A child that answers one question after the other, so that each source does not wait for a program to start.

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

    def __init__(self, start: Callable[[], Child], hand: Hand, greet: Callable[[Child], Heard]) -> None:
        """`greet` hears out what a new child says before it can be asked."""
        self._start = start
        self._hand = hand
        self._greet = greet
        self._keeping = threading.Lock()
        self._closed = False
        self._fresh: Child | None = start()
        self._known: Child | None = None
        self._answers = 0

    def ask(self, question: Callable[[Child], Heard]) -> tuple[Heard, int | None]:
        """What the child says to a question, and its exit code if it ended over it.

        Raises:
            GateUnavailableError: it does not start, twice in a row.
        """
        child = self._taken()
        heard = self._heard(child, question)
        if heard.ending is Ending.HEARD:
            self._keep(child)
            return heard, None
        return heard, child.end(grace_s=1.0 if heard.ending is Ending.CLOSED else 0.0)

    def close(self) -> None:
        """End the child, and keep none from now on."""
        with self._keeping:
            self._closed = True
            children, self._fresh, self._known = (self._fresh, self._known), None, None
        for child in children:
            if child is not None:
                child.end()

    def _taken(self) -> Child:
        """A child that can be asked: the one that was, or a new one that was greeted."""
        with self._keeping:
            child, self._known = self._known, None
        if child is not None and child.lives:
            return child
        if child is not None:
            child.end()
        return self._greeted()

    def _greeted(self) -> Child:
        self._answers, said, err = 0, "", b""
        for _ in range(2):
            with self._keeping:
                child, self._fresh = self._fresh or self._start(), None
            heard = self._heard(child, self._greet)
            if heard.ending is Ending.HEARD:
                return child
            child.end()
            err = bytes(heard.err)
            said = err[-300:].decode(errors="replace").strip() or heard.ending
        raise GateUnavailableError(f"a program of the gates does not start ({said}); run the set-up again", err)

    def _heard(self, child: Child, question: Callable[[Child], Heard]) -> Heard:
        """A child that says what cannot be understood is ended, and whoever asked hears why."""
        try:
            with self._hand.lending(child):
                return question(child)
        except BaseException:
            child.end()
            raise

    def _keep(self, child: Child) -> None:
        self._answers += 1
        with self._keeping:
            if not self._closed and self._answers < MOST_ANSWERS:
                self._known = child
                return
            self._fresh = None if self._closed else self._start()
        child.end()
