"""Who gets into a mailbox: within its bounds, by its policy, as long as it is open."""

import asyncio
from threading import Condition

from actors.runtime.bounds import Bounds, Overflow
from actors.runtime.dead_letters import Reason
from actors.runtime.envelope import Envelope
from actors.runtime.hand import may_wait, speaker
from actors.runtime.lanes import Lanes
from actors.runtime.ledger import Tally

Lost = tuple[Envelope, Reason]


class Admission:
    """Used only under the lock of the mailbox, which `room` gives back while it waits."""

    def __init__(self, name: str, lanes: Lanes, room: Condition, tally: Tally) -> None:
        self.bounds = Bounds()
        self.sealed = False
        self.blocked = 0
        """How many senders wait for room."""
        self._name = name
        self._lanes = lanes
        self._room = room
        self._tally = tally

    def admit(self, envelope: Envelope) -> Lost | None:
        """Queue, or say what is lost instead. Everything counts as sent only now that its fate is known."""
        full = not envelope.urgent and self._full() and not self.sealed
        if full and self.bounds.overflow is Overflow.BLOCK and self._may_wait():
            self._wait_for_room()
            full = self._full()
        self._tally.sent += 1
        if self.sealed:
            self._tally.dead += 1
            return envelope, Reason.STOPPED
        if full:
            return self._overflow(envelope)
        self._lanes.push(envelope)
        return None

    def _wait_for_room(self) -> None:
        self.blocked += 1
        try:
            self._room.wait_for(lambda: self.sealed or not self._full(), self.bounds.block_timeout_s)
        finally:
            self.blocked -= 1

    def _full(self) -> bool:
        return len(self._lanes.user) >= self.bounds.capacity

    def _overflow(self, envelope: Envelope) -> Lost:
        match self.bounds.overflow:
            case Overflow.BLOCK | Overflow.REJECT:
                self._tally.refused += 1
                return envelope, Reason.FULL
            case Overflow.DROP_NEWEST:
                self._tally.dead += 1
                return envelope, Reason.DROPPED_NEWEST
            case Overflow.DROP_OLDEST:
                self._tally.dead += 1
                oldest = self._lanes.user.popleft()
                self._lanes.push(envelope)
                return oldest, Reason.DROPPED_OLDEST

    def _may_wait(self) -> bool:
        """An event loop must not be blocked, and an actor cannot wait for itself to make room."""
        hand = speaker()
        own = hand is not None and hand.address == self._name
        return may_wait() and not own and asyncio._get_running_loop() is None  # noqa: SLF001 - documented for this use
