"""A supervisor as the child of another. When its own restarts are used up it falls, and its parent decides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from actors.runtime.actor import Actor
from actors.runtime.children import INTERRUPTED_STOP_S, ChildSpec, Restart
from actors.runtime.errors import EscalatedError
from actors.runtime.supervisor import Supervisor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors.runtime.address import Address
    from actors.runtime.system import ActorSystem

MARGIN_S = 2.0
"""A parent waits so much longer than all of a branch's children may take."""


@dataclass(frozen=True, slots=True)
class GaveUp:
    """To a branch, from its own supervisor: this child used up its restarts."""

    child: str


class Branch(Actor):
    """Its life is that of its children: they start with it, in order, and stop with it, in reverse."""

    def __init__(self, inner: Supervisor, stop_s: float) -> None:
        self._inner = inner
        self._stop_s = stop_s

    def on_start(self) -> None:
        """Start the children; what an abandoned life of this branch left running is stopped first."""
        if self._inner.up:
            self._inner.pause(self._stop_s)
        self._inner.start()

    def on_receive(self, message: GaveUp) -> None:
        """Fall, so that the parent decides."""
        msg = f"{message.child} used up its restarts"
        raise EscalatedError(msg)

    def on_stop(self) -> None:
        """Stop the children; what waits for them is kept, unless this is the end."""
        if self.system.mailbox(self.address.name).sealed:
            self._inner.stop(self._stop_s)
        else:
            self._inner.pause(self._stop_s)


def branch(
    system: ActorSystem,
    name: str,
    specs: Sequence[ChildSpec],
    *,
    restart: Restart = Restart.PERMANENT,
    restarts_with: tuple[str, ...] = (),
    **settings: Any,  # noqa: ANN401 - those of Supervisor
) -> ChildSpec:
    """The line of a parent's list for a supervisor with children of its own."""
    inner = Supervisor(system, specs, on_give_up=partial(_escalate, system.address(name)), escalates=True, **settings)
    start_s, stop_s = _longest(specs)
    return ChildSpec(
        name,
        lambda: Branch(inner, stop_s),
        restart=restart,
        restarts_with=restarts_with,
        start_timeout_s=start_s + stop_s + MARGIN_S,
        stop_timeout_s=stop_s + MARGIN_S,
    )


def _escalate(address: Address, child: str) -> None:
    address.tell(GaveUp(child), urgent=True)


def _longest(specs: Sequence[ChildSpec]) -> tuple[float, float]:
    """How long all of them may take to start, and to stop."""
    start_s = sum(spec.start_timeout_s * spec.instances for spec in specs)
    return start_s, sum((spec.stop_timeout_s + INTERRUPTED_STOP_S) * spec.instances for spec in specs)
