"""What is noted of the running system itself: dead letters, what its supervisor decided, and what operators did."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NoteDeadLetter:
    """A message that nobody handled; `message` is what may be shown of it, as JSON. The same `id` is noted once."""

    id: str
    reason: str
    address: str
    label: str
    message: str
    sender: str | None
    job: str | None
    trace: str | None
    attempt: int
    at: float


@dataclass(frozen=True)
class NoteDecision:
    """What a supervisor decided, with its counters as JSON. The same `id` is noted once."""

    id: str
    child: str
    incarnation: int
    rule: str
    error: str | None
    action: str
    delay_s: float | None
    counters: str | None
    at: float


@dataclass(frozen=True)
class NoteAction:
    """What an operator did to what, why, and what came of it. The same `id` is noted once."""

    id: str
    operator: str
    action: str
    target: str
    reason: str
    outcome: str
    at: float
