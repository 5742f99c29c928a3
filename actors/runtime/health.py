"""Is each child getting on? A message that is in hand for longer than its actor's limit is ended with its actor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from actors.runtime.decisions import Action, Decisions
from actors.runtime.incarnation import State

if TYPE_CHECKING:
    from actors.runtime.children import Child
    from actors.runtime.desk import Desk
    from actors.runtime.incarnation import Incarnation
    from actors.runtime.system import ActorSystem
    from actors.runtime.timers import Timer
    from actors.runtime.tree import Tree

LOOK_EVERY_S = 1.0


class Watchdog:
    """Looks, on the supervisor's desk, at what each child has in hand."""

    def __init__(self, tree: Tree, decisions: Decisions, desk: Desk, system: ActorSystem) -> None:
        self._tree = tree
        self._decisions = decisions
        self._desk = desk
        self._clock = system.clock
        self._timers = system.timers
        self._next: Timer | None = None

    def start(self) -> None:
        """Look again and again while the tree is up, if there is a limit to look at."""
        if self._tree.up and any(child.spec.message_limit_s is not None for child in self._tree.children):
            self._next = self._timers.call_after(LOOK_EVERY_S, partial(self._desk.post, self._look))

    def stop(self) -> None:
        """Look no more."""
        if self._next is not None:
            self._next.cancel()

    def _look(self) -> None:
        self.inspect()
        self.start()

    def inspect(self) -> None:
        """End what is stuck."""
        for child in self._tree.children:
            life, limit_s = child.life, child.spec.message_limit_s
            if life is not None and limit_s is not None and life.state is State.RUNNING:
                self._inspect(child, life, limit_s)

    def _inspect(self, child: Child, life: Incarnation, limit_s: float) -> None:
        """One message of many is cancelled; an actor that has one at a time, or does not let go of it, is killed."""
        now_s = self._clock()
        for envelope in child.mailbox.held(life.hand):
            age_s = now_s - envelope.taken_at
            if age_s <= limit_s:
                continue
            rule = f"{envelope.label} has been in hand for {age_s:.1f} s, the limit is {limit_s:g} s"
            if age_s <= 2 * limit_s and life.cancel(envelope.seq):
                self._decisions.record(child.name, child.count, Action.CANCEL, rule)
            elif not life.hand.leaving:
                self._decisions.record(child.name, child.count, Action.KILL, rule)
                self._tree.kill(child, rule)
                return
