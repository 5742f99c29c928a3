"""What can be read of a running system at any moment, without asking any actor."""

from dataclasses import dataclass

from actors.runtime.incarnation import State
from actors.runtime.ledger import Ledger


@dataclass(frozen=True, slots=True)
class InHand:
    """A message being handled, by its label, and for how many seconds already."""

    label: str
    age_s: float


@dataclass(frozen=True, slots=True)
class ChildStatistics:
    """One place in the tree; `state` is None while nothing lives there."""

    name: str
    address: str
    state: State | None
    incarnation: int
    restarts: int
    in_hand: tuple[InHand, ...]


@dataclass(frozen=True, slots=True)
class SystemStatistics:
    """The books of each mailbox by address, their sum, and the children in start order."""

    mailboxes: dict[str, Ledger]
    total: Ledger
    children: tuple[ChildStatistics, ...]
    dead_letters: int
