"""The books: every message sent is handled, failed, dead, refused, waiting or in hand, at every moment."""

from dataclasses import dataclass, fields

from actors.runtime.bounds import Bounds
from actors.runtime.envelope import Envelope


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


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that waits, by its number and label, and for how many seconds already."""

    seq: int
    label: str
    sender: str | None
    age_s: float
    since: float
    job: str | None = None

    @classmethod
    def of(cls, envelope: Envelope, now: float) -> "Waiting":
        """As it is at this moment."""
        sent_at = envelope.sent_at
        return cls(envelope.seq, envelope.label, envelope.sender, now - sent_at, sent_at, envelope.job)


@dataclass(frozen=True, slots=True)
class MailboxStatistics:
    """A mailbox at one moment; `waiting` are the first in line, `late_results` those of fenced incarnations."""

    address: str
    ledger: Ledger
    bounds: Bounds
    waiting: tuple[Waiting, ...]
    late_results: int
    suspended: bool
    sealed: bool


@dataclass(slots=True)
class Tally:
    """The running counts of one mailbox, changed only under its lock."""

    sent: int = 0
    handled: int = 0
    failed: int = 0
    dead: int = 0
    refused: int = 0
    in_hand: int = 0
