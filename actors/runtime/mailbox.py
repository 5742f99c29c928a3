"""Where messages wait: two lanes, bounded, outliving the actors that take from it, with its own exact books."""

import threading
from collections.abc import Callable, Sequence
from time import monotonic

from actors.runtime.admission import Admission
from actors.runtime.books import Books
from actors.runtime.bounds import Bounds
from actors.runtime.dead_letters import Reason
from actors.runtime.envelope import Envelope
from actors.runtime.errors import MailboxFullError
from actors.runtime.hand import Hand
from actors.runtime.lanes import Lanes
from actors.runtime.ledger import Ledger, MailboxStatistics, Waiting
from actors.runtime.tracer import Tracer

Bury = Callable[[str, Envelope, Reason], None]


class Mailbox:
    """`bury` is called without the lock, for each message that nobody will handle."""

    def __init__(
        self, name: str, bury: Bury, clock: Callable[[], float] = monotonic, tracer: Tracer | None = None
    ) -> None:
        self.name = name
        self._bury = bury
        self._clock = clock
        self._lock = threading.Lock()
        self._filled = threading.Condition(self._lock)
        self._room = threading.Condition(self._lock)
        self._lanes = Lanes()
        self._hands: list[Hand] = []
        self._takers = 0
        self._idle: set[Callable[[], None]] = set()
        self._books = Books(name, clock, tracer or Tracer())
        self._tally = self._books.tally
        self._admission = Admission(name, self._lanes, self._room, self._tally)

    @property
    def bounds(self) -> Bounds:
        """How many may wait, and what happens to one more."""
        return self._admission.bounds

    @property
    def sealed(self) -> bool:
        """Whether nothing more is let in."""
        return self._admission.sealed

    def put(self, envelope: Envelope) -> None:
        """Queue a message, or bury it where that is the policy.

        Raises MailboxFullError where the policy is to refuse, and where it is to wait but this thread
        must not (an event loop's, the supervisor's, the actor's own) or has waited `block_timeout_s`.
        """
        with self._lock:
            lost = self._admission.admit(envelope)
            if self._takers:  # asked first, because to notify nobody is dear
                self._filled.notify()
            if self._idle:
                self._rouse_idle()
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
        while True:
            with self._lock:
                while not self._lanes.ready and not hand.leaving:
                    self._takers += 1
                    self._filled.wait()
                    self._takers -= 1
                if hand.leaving and not hand.draining:
                    self._filled.notify()  # this wake-up may have been meant for another of the pool
                    return []
                taken, expired = self._next(hand, limit, limit)
            self._bury_all(expired, Reason.EXPIRED)
            if taken or not expired:
                return taken

    def take_now(self, hand: Hand, room: int, rouse: Callable[[], None]) -> list[Envelope]:
        """Take all urgent messages and up to `room` others without waiting; `rouse` is called at the next put."""
        with self._lock:
            self._idle.add(rouse)
            if hand.leaving:
                return []
            taken, expired = self._next(hand, len(self._lanes.urgent) + max(0, room), max(0, room))
        self._bury_all(expired, Reason.EXPIRED)
        return taken

    def handled(self, hand: Hand, envelopes: Sequence[Envelope]) -> None:
        """Settle as handled; what comes from a fenced incarnation is refused, and counted as late."""
        with self._lock:
            self._tally.handled += self._books.settle(hand, envelopes, "handled")

    def failed(self, hand: Hand, envelopes: Sequence[Envelope]) -> None:
        """Settle as failed; what comes from a fenced incarnation is refused, and counted as late."""
        with self._lock:
            self._tally.failed += self._books.settle(hand, envelopes, "failed")

    def join(self, hand: Hand) -> None:
        """From now on this incarnation takes from here."""
        with self._lock:
            self._hands.append(hand)

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
        """Ask a taker to leave: after the message in hand, or when nothing waits any more (suspended or not)."""
        with self._lock:
            hand.leaving, hand.draining = True, draining
            if draining:
                self._lanes.resume()
            self._wake_all()

    def suspend(self) -> None:
        """Hold back all but urgent messages."""
        with self._lock:
            self._lanes.suspend()

    def resume(self) -> None:
        """Let them go on."""
        with self._lock:
            self._lanes.resume()
            self._wake_all()

    def step(self) -> None:
        """While suspended: let one more through."""
        with self._lock:
            self._lanes.step()
            self._wake_all()

    def discard(self, reason: Reason = Reason.DISCARDED) -> int:
        """Bury all that wait; pending asks fail. Returns how many they were."""
        with self._lock:
            buried = self._lanes.clear()
            self._tally.dead += len(buried)
            self._room.notify_all()
        self._bury_all(buried, reason)
        return len(buried)

    def withdraw(self, seq: int) -> bool:
        """Bury one that waits; says whether it did."""
        with self._lock:
            envelope = self._lanes.remove(seq)
            self._tally.dead += envelope is not None
            self._room.notify()
        self._bury_all([envelope] if envelope else [], Reason.CANCELLED)
        return envelope is not None

    def open(self, bounds: Bounds) -> None:
        """Let messages in (again), within these bounds."""
        with self._lock:
            self._admission.bounds, self._admission.sealed = bounds, False
            self._lanes.resume()

    def seal(self) -> None:
        """Let no message in any more; what waits stays."""
        with self._lock:
            self._admission.sealed = True
            self._room.notify_all()

    def close(self) -> None:
        """Let no message in any more and bury what waits; pending asks fail."""
        self.seal()
        self.discard(Reason.STOPPED)

    def hands(self) -> list[Hand]:
        """The incarnations that take from here now."""
        with self._lock:
            return list(self._hands)

    def held(self, hand: Hand) -> list[Envelope]:
        """What an incarnation has in hand now, oldest first."""
        with self._lock:
            return list(hand.in_hand.values())

    def ledger(self) -> Ledger:
        """The books at one moment."""
        with self._lock:
            return self._books.ledger(self._lanes.depth)

    def statistics(self, shown: int = 20) -> MailboxStatistics:
        """Its state at one moment, with the first of what waits."""
        with self._lock:
            first = self._lanes.first(shown)
            ledger, late = self._books.ledger(self._lanes.depth), self._books.late
            suspended, sealed = self._lanes.suspended, self._admission.sealed
        now = self._clock()
        waiting = tuple(Waiting.of(each, now) for each in first)
        return MailboxStatistics(
            self.name, ledger, self.bounds, waiting, late_results=late, suspended=suspended, sealed=sealed
        )

    def _wake_all(self) -> None:
        self._filled.notify_all()
        self._rouse_idle()

    def _rouse_idle(self) -> None:
        while self._idle:
            self._idle.pop()()

    def _next(self, hand: Hand, limit: int, room: int) -> tuple[list[Envelope], list[Envelope]]:
        """Up to `limit`, of them up to `room` of the user lane: what is taken, and what nobody wants any more."""
        taken: list[Envelope] = []
        expired: list[Envelope] = []
        lanes, now = self._lanes, self._clock()
        while len(taken) < limit and (lanes.urgent or (room > 0 and lanes.ready)):
            envelope = lanes.pop()
            if envelope.deadline is not None and envelope.deadline <= now:
                expired.append(envelope)
            else:
                taken.append(envelope)
                room -= not envelope.urgent
            if not envelope.urgent and self._admission.blocked:
                self._room.notify()
        self._tally.dead += len(expired)
        return self._books.hand_over(hand, taken, now), expired

    def _bury_all(self, envelopes: Sequence[Envelope], reason: Reason) -> None:
        for envelope in envelopes:
            self._bury(self.name, envelope, reason)

    def _drop(self, hand: Hand) -> list[Envelope]:
        hand.over = True
        if hand in self._hands:
            self._hands.remove(hand)
        return self._books.drop(hand)
