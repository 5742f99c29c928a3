"""What the orchestrator's decisions lead to: messages to send, and times to be woken at."""

from dataclasses import dataclass

from actors.messages import RetryDue, Sending


@dataclass(frozen=True)
class Alarm:
    """A message to the orchestrator itself, not before that time in seconds since the epoch."""

    at: float
    message: RetryDue


Effect = Sending | Alarm
