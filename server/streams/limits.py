"""How many event streams there may be."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Streams that may be open at a time; above, the oldest makes room, and in all nobody more is let in."""

    per_session: int = 64
    per_address: int = 1_000
    in_all: int = 10_000
