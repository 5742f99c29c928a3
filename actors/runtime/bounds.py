"""How many messages may wait in a mailbox, and what happens to one more."""

from dataclasses import dataclass
from enum import Enum


class Overflow(Enum):
    """What a full mailbox does with one more message. Urgent messages always get in."""

    BLOCK = "block"
    REJECT = "reject"
    DROP_OLDEST = "drop-oldest"
    DROP_NEWEST = "drop-newest"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The capacity counts what waits in the user lane."""

    capacity: int = 10_000
    overflow: Overflow = Overflow.BLOCK
    block_timeout_s: float = 5.0
