"""The books: every message sent is handled, failed, dead, refused, waiting or in hand, at every moment."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Ledger:
    """Counts of messages, taken at one moment."""

    sent: int = 0
    handled: int = 0
    failed: int = 0
    dead: int = 0
    refused: int = 0
    waiting: int = 0
    in_hand: int = 0

    @property
    def balance(self) -> int:
        """What is unaccounted for: always 0."""
        return self.sent - self.handled - self.failed - self.dead - self.refused - self.waiting - self.in_hand

    def __add__(self, other: "Ledger") -> "Ledger":
        return Ledger(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(Ledger)))


@dataclass(slots=True)
class Tally:
    """The running counts of one mailbox, changed only under its lock."""

    sent: int = 0
    handled: int = 0
    failed: int = 0
    dead: int = 0
    refused: int = 0
    in_hand: int = 0
