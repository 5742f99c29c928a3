"""What can be read of a running system at any moment, without asking any actor."""

from dataclasses import dataclass, field
from enum import Enum

from actors.runtime.incarnation import State
from actors.runtime.ledger import Ledger, MailboxStatistics
from actors.runtime.policy import Budget, Counters
from actors.runtime.waits import Wait


class Health(Enum):
    """How a child is getting on."""

    IDLE = "idle"
    WORKING = "working"
    WAITING = "waiting"
    """It has something in hand and waits for another actor's answer."""
    STUCK = "stuck"
    """It has had something in hand for longer than its limit."""
    RESTARTING = "restarting"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class InHand:
    """A message being handled, by its number and label, and for how many seconds already."""

    seq: int
    label: str
    age_s: float
    sender: str | None = None
    job: str | None = None
    since: float = 0.0
    """On the system's clock."""


@dataclass(frozen=True, slots=True)
class ChildStatistics:
    """One place in the tree; `state` is None while nothing lives there."""

    name: str
    address: str
    state: State | None
    incarnation: int
    restarts: int
    in_hand: tuple[InHand, ...]
    health: Health
    waits_for: tuple[Wait, ...] = ()
    limit_s: float | None = None
    restart_due: float | None = None
    """When the restart that it waits for is due, in seconds of the system's clock."""
    restart: str = "permanent"
    """Which of its ends are followed by a new life."""
    budget: Budget = field(default_factory=Budget)
    counters: Counters = field(default_factory=lambda: Counters(0, 0))


@dataclass(frozen=True, slots=True)
class AbandonedLife:
    """A thread that was given up and still runs; `since` is on the system's clock."""

    child: str
    incarnation: int
    since: float
    stack: str
    fenced_sends: int


@dataclass(frozen=True, slots=True)
class SystemStatistics:
    """The books of each mailbox by address, their sum, and the children in start order."""

    mailboxes: dict[str, Ledger]
    total: Ledger
    children: tuple[ChildStatistics, ...]
    dead_letters: int
    queues: dict[str, MailboxStatistics]
    waits: tuple[Wait, ...]
    stale_ticks: int
    abandoned: tuple[AbandonedLife, ...] = ()
