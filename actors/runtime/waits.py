"""Who waits for whose answer. A wait that could never end is refused before it begins."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from actors.runtime.errors import AskCycleError
from actors.runtime.hand import Hand

Node = Hand | int
"""An actor that handles one message at a time waits as a whole; one that has many waits message by message."""


@dataclass(frozen=True, slots=True)
class Wait:
    """`child` waits for the answer of `target` to its message number `seq` since `since` (monotonic seconds)."""

    child: str
    address: str
    target: str
    seq: int
    label: str
    since: float


class Waits:
    """The wait-for graph of a system; `serving` gives the incarnations that live at an address."""

    def __init__(self, serving: Callable[[str], Sequence[Hand]]) -> None:
        self._serving = serving
        self._lock = threading.Lock()
        self._waits: dict[Node, Wait] = {}

    def now(self) -> tuple[Wait, ...]:
        """Every wait of an actor, oldest first."""
        with self._lock:
            return tuple(self._waits.values())

    def begin(self, node: Node, wait: Wait) -> None:
        """From now on it waits; raises AskCycleError if that could not end."""
        with self._lock:
            self._waits[node] = wait
            path = self._path(node, node, set())
            if path:
                del self._waits[node]
        if path:
            cycle = " -> ".join((wait.address, *path))
            msg = f"{cycle}: the answer would wait for the asker; tell instead"
            raise AskCycleError(msg)

    def end(self, node: Node) -> None:
        """It has its answer, or waits no more."""
        with self._lock:
            self._waits.pop(node, None)

    def _path(self, goal: Node, node: Node, seen: set[Node]) -> tuple[str, ...]:
        """The addresses from a node back to the goal, where there is no other way; else nothing."""
        wait = self._waits[node]
        for blocker in self._blockers(wait):
            if blocker is goal or blocker == goal:
                return (wait.target,)
            if blocker not in seen:
                seen.add(blocker)
                onwards = self._path(goal, blocker, seen)
                if onwards:
                    return (wait.target, *onwards)
        return ()

    def _blockers(self, wait: Wait) -> list[Node]:
        """Whoever must go on before that wait can end; none where somebody is free to answer."""
        blockers: list[Node] = []
        for hand in self._serving(wait.target):
            if hand in self._waits:
                blockers.append(hand)
            elif hand.many and wait.seq in self._waits:
                blockers.append(wait.seq)
            else:
                return []
        return blockers
