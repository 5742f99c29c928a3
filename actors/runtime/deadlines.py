"""What is done about an incarnation that takes too long: it is thrown out of its Python code, then abandoned."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from actors.runtime.decisions import Action, Decisions
from actors.runtime.errors import HungError, StartTimeoutError, StoppedError
from actors.runtime.incarnation import Incarnation, State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from actors.runtime.children import Child
    from actors.runtime.desk import Desk
    from actors.runtime.failures import Failure
    from actors.runtime.timers import Timers

INTERRUPT_GRACE_S = 1.0
"""How long one may take to fall out of its own code once it was interrupted; C code does not fall."""


class Abandoned(Protocol):
    """Hears of an incarnation that was given up, and of what failed with it."""

    def __call__(self, child: Child, failures: Sequence[Failure], error: Exception, /) -> None: ...


class Deadlines:
    """One per tree, on its desk; each child has one deadline at a time."""

    def __init__(
        self,
        timers: Timers,
        desk: Desk,
        decisions: Decisions,
        *,
        abandoned: Abandoned,
        hung: Callable[[str], None],
    ) -> None:
        self._timers = timers
        self._desk = desk
        self._decisions = decisions
        self._abandoned = abandoned
        self._hung = hung

    def set(self, child: Child, delay_s: float) -> None:
        """Its present life has so long to come to its next state."""
        self._later(child, delay_s, partial(self._overdue, child, child.life, delay_s))

    def interrupt_after(self, child: Child, delay_s: float, limit_s: float) -> None:
        """It is to fall: interrupted after `delay_s` seconds, abandoned `limit_s` seconds after that."""
        if delay_s > 0:
            self._later(child, delay_s, partial(self._interrupt, child, child.life, limit_s))
        else:
            self._interrupt(child, child.life, limit_s)

    def hang(self, child: Child, error: HungError) -> None:
        """It neither goes on nor may be replaced: somebody else must see to it."""
        self._decisions.record(child.name, child.count, Action.HANG, "must not be abandoned", error=error)
        self._hung(child.name)

    def _later(self, child: Child, delay_s: float, action: Callable[[], None]) -> None:
        if child.deadline is not None:
            child.deadline.cancel()
        child.deadline = self._timers.call_after(delay_s, partial(self._desk.post, action))

    def _interrupt(self, child: Child, life: Incarnation | None, limit_s: float) -> None:
        if life is None or child.life is not life:
            return
        self.set(child, limit_s)
        if life.interrupt("it did not come back from its message"):
            self._decisions.record(child.name, child.count, Action.INTERRUPT, "did not come back from its message")

    def _overdue(self, child: Child, life: Incarnation | None, limit_s: float) -> None:
        if life is None or child.life is not life:
            return
        rule = f"still {life.state.value} after {limit_s:g} s"
        if life.interrupt(f"it was {rule}"):
            self._decisions.record(child.name, child.count, Action.INTERRUPT, rule)
            self._later(child, INTERRUPT_GRACE_S, partial(self._overdue, child, life, limit_s + INTERRUPT_GRACE_S))
        elif child.spec.vital:
            self.hang(child, HungError(f"{child.name} was {rule}, and it must not be abandoned"))
        else:
            self._abandon(child, life, rule)

    def _abandon(self, child: Child, life: Incarnation, rule: str) -> None:
        was = life.state
        kind = StartTimeoutError if was is State.STARTING else StoppedError
        error = kind(f"{child.name} was {rule} and was abandoned")
        failures = life.abandon(error)
        self._decisions.record(child.name, child.count, Action.ABANDON, "deadline", error=error)
        # One that was stopping has reported its failures already.
        self._abandoned(child, () if was is State.STOPPING else failures, error)
