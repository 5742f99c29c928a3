"""The places in a supervisor's tree, and who lives there now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from actors.runtime.bounds import Bounds, Overflow
from actors.runtime.errors import HungError, StoppedError
from actors.runtime.hand import Hand
from actors.runtime.incarnation import Incarnation, State, Witness
from actors.runtime.policy import Budget, Record
from actors.runtime.statistics import ChildStatistics, Health, InHand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from actors.runtime.actor import Actor
    from actors.runtime.envelope import Envelope
    from actors.runtime.failures import Failure
    from actors.runtime.system import ActorSystem
    from actors.runtime.timers import Timer


INTERRUPTED_STOP_S = 0.5
"""How long one may take to fall out of its own code when it did not stop in time."""
SHORTEST_GRACE_S = 0.05
"""The same where the time for all is up already."""


class Restart(Enum):
    """Which ends are followed by a new incarnation: all, failures only, or none."""

    PERMANENT = "permanent"
    TRANSIENT = "transient"
    TEMPORARY = "temporary"


@dataclass(frozen=True, slots=True)
class ChildSpec:
    """One line of a supervisor's list. `start` makes a new actor for each incarnation, in its thread.

    With `instances` above 1 it is a pool: `name/1`, `name/2`, … take from the one mailbox `name`.
    `restarts_with` names the children that are restarted after this one, in start order, when it falls.
    With `drains` the last stop waits, within `stop_timeout_s`, until all that had come is handled (threads only).
    One that is killed has `kill_grace_s` to come back from its message before it is interrupted. A message may be in
    hand for `message_limit_s`; then the watchdog kills. A `vital` one is never abandoned: `on_hang` is called.
    """

    name: str
    start: Callable[[], Actor]
    capacity: int = 10_000
    overflow: Overflow = Overflow.BLOCK
    block_timeout_s: float = 5.0
    restart: Restart = Restart.PERMANENT
    instances: int = 1
    restarts_with: tuple[str, ...] = ()
    start_timeout_s: float = 10.0
    stop_timeout_s: float = 5.0
    drains: bool = False
    kill_grace_s: float = 1.0
    message_limit_s: float | None = None
    vital: bool = False

    def __post_init__(self) -> None:
        if self.capacity < 1 or self.instances < 1:
            msg = f"{self.name} has capacity {self.capacity} and {self.instances} instances; give at least 1 of each"
            raise ValueError(msg)


class Child:
    """One place: its incarnations follow each other, its mailbox and its record of falls stay."""

    def __init__(
        self, spec: ChildSpec, position: int, number: int, system: ActorSystem, *, pooled: bool = False
    ) -> None:
        self.spec = spec
        self.name = f"{spec.name}/{number}" if pooled or spec.instances > 1 else spec.name
        self.position = position
        self.is_first = number == 1
        self.mailbox = system.mailbox(spec.name)
        self.life: Incarnation | None = None
        self.count = 0
        self.began_at = 0.0
        self.record = Record()
        self.budget = Budget()
        self.pending: Timer | None = None
        self.deadline: Timer | None = None
        self.followers: tuple[Child, ...] = ()
        self.held = False
        self._system = system
        system.enrol(self.name, self.statistics)

    def sibling(self, number: int) -> Child:
        """One more of the same pool."""
        one_more = Child(self.spec, self.position, number, self._system, pooled=True)
        one_more.budget = self.budget
        return one_more

    def leave_statistics(self) -> None:
        """There is no such place any more."""
        self._system.strike(self.name)

    def open(self) -> None:
        """Let messages in, and forget the falls of an earlier start."""
        spec = self.spec
        self.mailbox.open(Bounds(spec.capacity, spec.overflow, spec.block_timeout_s))
        self.record = Record()

    def begin(self, witness: Witness) -> Incarnation:
        """Start the next incarnation; raises RuntimeError where no thread can be had."""
        self.count += 1
        self.began_at = self._system.clock()
        hand = Hand(self.name, self.count, self.spec.name)
        self.life = Incarnation(self.spec.start, self._system, hand, witness)
        self.life.begin()
        return self.life

    def settle(self) -> None:
        """Forget what was to come: a pending restart, a deadline."""
        for timer in (self.pending, self.deadline):
            if timer is not None:
                timer.cancel()
        self.pending = self.deadline = None

    def halt(self, timeout_s: float) -> tuple[Failure, ...] | None:
        """Stop the incarnation and wait; what waits stays. Returns what failed if it had to be abandoned.

        Raises HungError, and leaves it where it is, if it would have to be abandoned and must not.
        """
        life, self.life = self.life, None
        self.settle()
        if life is None:
            return None
        life.leave()
        if self._stops(life, timeout_s):
            return None
        if self.spec.vital:
            self.life = life
            msg = f"{self.name} did not stop, and it must not be abandoned"
            raise HungError(msg)
        return self._abandon(life, timeout_s)

    def retire(self, timeout_s: float) -> tuple[Failure, ...] | None:
        """Stop for good: let nothing more in, and handle what waits first if the child drains."""
        life, self.life = self.life, None
        self.settle()
        self.mailbox.seal()
        if life is None:
            return None
        if self.spec.drains:
            life.finish()
        else:
            life.leave()
        return None if self._stops(life, timeout_s) else self._abandon(life, timeout_s)

    def statistics(self) -> ChildStatistics:
        """Its state now."""
        life, now_s = self.life, self._system.clock()
        held = self.mailbox.held(life.hand) if life else []
        waits = tuple(wait for wait in self._system.waits.now() if life and wait.child == self.name)
        limit_s, pending = self.spec.message_limit_s, self.pending
        in_hand = tuple(_in_hand(each, now_s) for each in held)
        return ChildStatistics(
            name=self.name,
            address=self.spec.name,
            state=life.state if life else None,
            incarnation=self.count,
            restarts=max(0, self.count - 1),
            in_hand=in_hand,
            health=_health(life, in_hand, waits=bool(waits), limit_s=limit_s, pending=pending is not None),
            waits_for=waits,
            limit_s=limit_s,
            restart_due=pending.due if pending else None,
            restart=self.spec.restart.value,
            budget=self.budget,
            counters=self.record.counters(self.budget, now_s),
        )

    def _stops(self, life: Incarnation, timeout_s: float) -> bool:
        """Whether it came to its end in time, or fell out of its own code soon after it."""
        limit_s = min(timeout_s, self.spec.stop_timeout_s)
        if not self.spec.drains:
            life.cut_short()
        if life.wait(limit_s) or life.state is State.ENDED:
            return True
        grace_s = min(INTERRUPTED_STOP_S, max(SHORTEST_GRACE_S, timeout_s))
        return life.interrupt(f"it did not stop within {limit_s:g} s") and life.wait(grace_s)

    def _abandon(self, life: Incarnation, timeout_s: float) -> tuple[Failure, ...]:
        limit_s = min(timeout_s, self.spec.stop_timeout_s)
        return life.abandon(StoppedError(f"{self.name} did not stop within {limit_s:g} s and was abandoned"))


def _in_hand(envelope: Envelope, now_s: float) -> InHand:
    since = envelope.taken_at
    return InHand(envelope.seq, envelope.label, now_s - since, envelope.sender, envelope.job, since)


def _health(
    life: Incarnation | None, in_hand: Sequence[InHand], *, waits: bool, limit_s: float | None, pending: bool
) -> Health:
    if life is None:
        return Health.RESTARTING if pending else Health.STOPPED
    if life.state in (State.STARTING, State.STOPPING):
        return Health.RESTARTING
    if not in_hand:
        return Health.IDLE
    if limit_s is not None and any(each.age_s > limit_s for each in in_hand):
        return Health.STUCK
    return Health.WAITING if waits else Health.WORKING


def children_of(specs: Iterable[ChildSpec], system: ActorSystem) -> list[Child]:
    """The places of a list of specs, in start order."""
    return [
        Child(spec, position, number, system)
        for position, spec in enumerate(specs)
        for number in range(1, spec.instances + 1)
    ]
