"""The two lanes of a mailbox: what is urgent goes first, always; the user lane can be suspended and stepped through."""

from collections import deque
from itertools import chain, islice

from actors.runtime.envelope import Envelope


class Lanes:
    """Used only under the lock of the mailbox. `user` is counted by the mailbox's bounds."""

    def __init__(self) -> None:
        self.urgent: deque[Envelope] = deque()
        self.user: deque[Envelope] = deque()
        self.suspended = False
        self._steps = 0

    @property
    def depth(self) -> int:
        """How many wait."""
        return len(self.urgent) + len(self.user)

    @property
    def ready(self) -> bool:
        """Whether there is one to take."""
        return bool(self.urgent or (self.user and (not self.suspended or self._steps)))

    def push(self, envelope: Envelope) -> None:
        """Let it stand in line."""
        (self.urgent if envelope.urgent else self.user).append(envelope)

    def pop(self) -> Envelope:
        """The next to be taken, where one is ready."""
        if self.urgent:
            return self.urgent.popleft()
        self._steps -= self.suspended
        return self.user.popleft()

    def suspend(self) -> None:
        """Hold the user lane back."""
        self.suspended, self._steps = True, 0

    def resume(self) -> None:
        """Let the user lane go on."""
        self.suspended, self._steps = False, 0

    def step(self) -> None:
        """Let one more of a suspended user lane through."""
        self._steps += self.suspended

    def remove(self, seq: int) -> Envelope | None:
        """Take one out of the line, if it is there."""
        for lane in (self.urgent, self.user):
            for envelope in lane:
                if envelope.seq == seq:
                    lane.remove(envelope)
                    return envelope
        return None

    def clear(self) -> list[Envelope]:
        """Take all out of the line."""
        all_of_them = [*self.urgent, *self.user]
        self.urgent.clear()
        self.user.clear()
        return all_of_them

    def first(self, limit: int) -> list[Envelope]:
        """Those that stand first, in the order they would be taken."""
        return list(islice(chain(self.urgent, self.user), limit))
