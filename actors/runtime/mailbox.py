"""Where messages wait: two lanes, bounded, outliving the actors that take from it, with its own exact books."""

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from time import monotonic

from actors.runtime.dead_letters import Reason
from actors.runtime.envelope import Envelope
from actors.runtime.errors import MailboxFullError
from actors.runtime.hand import Hand, may_wait, speaker
from actors.runtime.ledger import Ledger, Tally

Bury = Callable[[str, Envelope, Reason], None]
Lost = tuple[Envelope, Reason]


class Overflow(Enum):
    """What a full mailbox does with one more message. Urgent messages always get in."""

    BLOCK = "block"
    REJECT = "reject"
    DROP_OLDEST = "drop-oldest"
    DROP_NEWEST = "drop-newest"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many messages may wait, and what happens to one more."""

    capacity: int = 10_000
    overflow: Overflow = Overflow.BLOCK
    block_timeout_s: float = 5.0


class Mailbox:
    """`bury` is called without the lock, for each message that nobody will handle."""

    def __init__(self, name: str, bury: Bury, clock: Callable[[], float] = monotonic) -> None:
        self.name = name
        self.bounds = Bounds()
        self._bury = bury
        self._clock = clock
        self._lock = threading.Lock()
        self._filled = threading.Condition(self._lock)
        self._room = threading.Condition(self._lock)
        self._urgent: deque[Envelope] = deque()
        self._user: deque[Envelope] = deque()
        self._idle: set[Callable[[], None]] = set()
        self._tally = Tally()
        self._sealed = False

    def put(self, envelope: Envelope) -> None:
        """Queue a message, or bury it where that is the policy.

        Raises MailboxFullError where the policy is to refuse, and where it is to wait but this thread
        must not (an event loop's, the supervisor's, the actor's own) or has waited `block_timeout_s`.
        """
        with self._lock:
            lost = self._admit(envelope)
            self._tally.sent += 1
        if lost is None:
            return
        self._bury(self.name, *lost)
        if lost[1] is Reason.FULL:
            msg = f"the mailbox of {self.name} is full ({self.bounds.capacity} wait); send later or less"
            raise MailboxFullError(msg)

    def refuse(self, envelope: Envelope, reason: Reason) -> None:
        """Count and bury a message that may not even be queued."""
        with self._lock:
            self._tally.sent += 1
            self._tally.refused += 1
        self._bury(self.name, envelope, reason)

    def take(self, hand: Hand, limit: int = 1) -> list[Envelope]:
        """Wait for messages and take up to `limit`, urgent ones first; nothing when the taker is to leave."""
        with self._lock:
            while not (self._urgent or self._user) and not hand.leaving:
                self._filled.wait()
            if hand.leaving and not hand.draining:
                self._filled.notify()  # this wake-up may have been meant for another of the pool
                return []
            return self._hand_over(hand, [self._pop() for _ in range(min(limit, self._depth()))])

    def take_now(self, hand: Hand, room: int, rouse: Callable[[], None]) -> list[Envelope]:
        """Take all urgent messages and up to `room` others without waiting; `rouse` is called at the next put."""
        with self._lock:
            self._idle.add(rouse)
            if hand.leaving:
                return []
            count = len(self._urgent) + max(0, min(room, len(self._user)))
            return self._hand_over(hand, [self._pop() for _ in range(count)])

    def handled(self, hand: Hand, envelopes: Sequence[Envelope]) -> None:
        """Settle as handled, unless the incarnation was fenced meanwhile."""
        with self._lock:
            self._tally.handled += self._settle(hand, envelopes)

    def failed(self, hand: Hand, envelopes: Sequence[Envelope]) -> None:
        """Settle as failed, unless the incarnation was fenced meanwhile."""
        with self._lock:
            self._tally.failed += self._settle(hand, envelopes)

    def drop(self, hand: Hand) -> list[Envelope]:
        """Settle all a dead incarnation had in hand; returns what failed with it (an answered ask did not)."""
        with self._lock:
            return self._drop(hand)

    def fence(self, hand: Hand) -> list[Envelope]:
        """Abandon an incarnation: what it had in hand failed, what it still says or settles no longer counts."""
        with self._lock:
            hand.fenced = hand.leaving = True
            hand.draining = False
            return self._drop(hand)

    def dismiss(self, hand: Hand, *, draining: bool = False) -> None:
        """Ask a taker to leave: after the message in hand, or when nothing waits any more."""
        with self._lock:
            hand.leaving, hand.draining = True, draining
            self._filled.notify_all()
            self._rouse_idle()

    def open(self, bounds: Bounds) -> None:
        """Let messages in (again), within these bounds."""
        with self._lock:
            self.bounds, self._sealed = bounds, False

    def seal(self) -> None:
        """Let no message in any more; what waits stays."""
        with self._lock:
            self._sealed = True
            self._room.notify_all()

    def close(self) -> None:
        """Let no message in any more and bury what waits; pending asks fail."""
        self.seal()
        with self._lock:
            buried = [self._pop() for _ in range(self._depth())]
            self._tally.dead += len(buried)
        for envelope in buried:
            self._bury(self.name, envelope, Reason.STOPPED)

    def held(self, hand: Hand) -> list[Envelope]:
        """What an incarnation has in hand now, oldest first."""
        with self._lock:
            return list(hand.in_hand.values())

    def ledger(self) -> Ledger:
        """The books at one moment."""
        with self._lock:
            count = self._tally
            return Ledger(
                count.sent, count.handled, count.failed, count.dead, count.refused, self._depth(), count.in_hand
            )

    def _admit(self, envelope: Envelope) -> Lost | None:
        """Queue, or say what is lost instead. Everything counts as sent only now that its fate is known."""
        full = not envelope.urgent and len(self._user) >= self.bounds.capacity and not self._sealed
        if full and self.bounds.overflow is Overflow.BLOCK and self._may_wait():
            self._room.wait_for(
                lambda: self._sealed or len(self._user) < self.bounds.capacity, self.bounds.block_timeout_s
            )
            full = len(self._user) >= self.bounds.capacity
        if self._sealed:
            self._tally.dead += 1
            return envelope, Reason.STOPPED
        if full:
            return self._overflow(envelope)
        self._enqueue(envelope)
        return None

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
                oldest = self._user.popleft()
                self._enqueue(envelope)
                return oldest, Reason.DROPPED_OLDEST

    def _may_wait(self) -> bool:
        """An event loop must not be blocked, and an actor cannot wait for itself to make room."""
        hand = speaker()
        own = hand is not None and hand.address == self.name
        return may_wait() and not own and asyncio._get_running_loop() is None  # noqa: SLF001 - documented for this use

    def _enqueue(self, envelope: Envelope) -> None:
        (self._urgent if envelope.urgent else self._user).append(envelope)
        self._filled.notify()
        self._rouse_idle()

    def _rouse_idle(self) -> None:
        while self._idle:
            self._idle.pop()()

    def _depth(self) -> int:
        return len(self._urgent) + len(self._user)

    def _pop(self) -> Envelope:
        if self._urgent:
            return self._urgent.popleft()
        self._room.notify()
        return self._user.popleft()

    def _hand_over(self, hand: Hand, taken: list[Envelope]) -> list[Envelope]:
        now = self._clock()
        for envelope in taken:
            envelope.taken_at = now
            hand.in_hand[envelope.seq] = envelope
        self._tally.in_hand += len(taken)
        return taken

    def _drop(self, hand: Hand) -> list[Envelope]:
        held = list(hand.in_hand.values())
        lost = [envelope for envelope in held if not envelope.answered]
        self._settle(hand, held)
        self._tally.handled += len(held) - len(lost)
        self._tally.failed += len(lost)
        return lost

    def _settle(self, hand: Hand, envelopes: Sequence[Envelope]) -> int:
        """Take messages out of the hand; returns how many were still in it (none once it was fenced)."""
        settled = sum(hand.in_hand.pop(envelope.seq, None) is not None for envelope in envelopes)
        self._tally.in_hand -= settled
        return settled
