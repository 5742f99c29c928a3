"""What actors share: addresses, mailboxes, timers and dead letters. No actor is needed for any of it."""

from __future__ import annotations

import threading
import time
from itertools import count
from typing import TYPE_CHECKING

from actors.runtime.address import Address
from actors.runtime.dead_letters import DeadLetter, DeadLetters, Reason
from actors.runtime.description import LastState
from actors.runtime.edited import edited
from actors.runtime.errors import ExpiredError, MailboxFullError, StoppedError
from actors.runtime.interception import Interception
from actors.runtime.ledger import Ledger
from actors.runtime.mailbox import Mailbox
from actors.runtime.statistics import AbandonedLife, ChildStatistics, SystemStatistics
from actors.runtime.timers import Timers
from actors.runtime.tracer import Span, Tracer, span_of
from actors.runtime.waits import Waits
from actors.runtime.watching import Watchers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from actors.runtime.envelope import Envelope
    from actors.runtime.hand import Hand
    from actors.runtime.incarnation import Incarnation


class ActorSystem:
    """`clock` is monotonic seconds and drives the timers; `now` is seconds since the Unix epoch, for records."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
        on_dead_letter: Callable[[DeadLetter], None] | None = None,
    ) -> None:
        self.clock = clock
        self.now = now
        self.timers = Timers(clock)
        self.dead_letters = DeadLetters(on_dead_letter)
        self._lock = threading.Lock()
        self._numbers = count(1)
        self._mailboxes: dict[str, Mailbox] = {}
        self._addresses: dict[str, Address] = {}
        self._children: dict[str, Callable[[], ChildStatistics]] = {}
        self.tracer = Tracer()
        self.waits = Waits(self._serving)
        self.watchers = Watchers()
        self.interception = Interception()
        self.last_states: dict[str, LastState] = {}
        """By child: what it held when it was asked last, or at its end."""
        self.abandoned: list[Incarnation] = []
        """Lives that were given up; what still runs of them is in the statistics."""

    def address(self, name: str) -> Address:
        """The one address of that name, whether or not its actor is there yet."""
        with self._lock:
            if name not in self._addresses:
                self._mailboxes[name] = Mailbox(name, self._bury, self.clock, self.tracer)
                self._addresses[name] = Address(
                    self._mailboxes[name], self._numbers, self.clock, waits=self.waits, interception=self.interception
                )
            return self._addresses[name]

    def mailbox(self, name: str) -> Mailbox:
        """The mailbox behind an address; for supervisors."""
        self.address(name)
        return self._mailboxes[name]

    def enrol(self, child: str, statistics: Callable[[], ChildStatistics]) -> None:
        """Let a child of a supervisor appear in the statistics."""
        with self._lock:
            self._children[child] = statistics

    def strike(self, child: str) -> None:
        """Let it appear no more."""
        with self._lock:
            self._children.pop(child, None)

    def statistics(self) -> SystemStatistics:
        """The state of everything. Each mailbox is read at one moment, so each balances, and so does the sum."""
        with self._lock:
            mailboxes, children = dict(self._mailboxes), list(self._children.values())
        queues = {name: mailbox.statistics() for name, mailbox in mailboxes.items()}
        ledgers = {name: queue.ledger for name, queue in queues.items()}
        return SystemStatistics(
            mailboxes=ledgers,
            total=sum(ledgers.values(), Ledger()),
            children=tuple(child() for child in children),
            dead_letters=self.dead_letters.total,
            queues=queues,
            waits=self.waits.now(),
            stale_ticks=self.timers.stale,
            abandoned=self._still_running(),
        )

    def _still_running(self) -> tuple[AbandonedLife, ...]:
        for life in [life for life in self.abandoned if not life.is_alive]:
            self.abandoned.remove(life)
        return tuple(
            AbandonedLife(
                life.hand.child, life.hand.incarnation, life.abandoned_at or 0.0, life.stack(), life.hand.fenced_sends
            )
            for life in self.abandoned
        )

    def open_spans(self) -> tuple[Span, ...]:
        """What is in hand now, in all actors."""
        with self._lock:
            mailboxes = list(self._mailboxes.values())
        return tuple(
            span_of(envelope, mailbox.name, hand, None, "in hand")
            for mailbox in mailboxes
            for hand in mailbox.hands()
            for envelope in mailbox.held(hand)
        )

    def replay(self, number: int, changes: Mapping[str, object] | None = None) -> None:
        """Send a dead letter again to its address, with some of its fields changed if wished.

        Raises KeyError if it is not kept, ValueError if a change does not fit (then it is kept).
        """
        letter = self.dead_letters.take(number)
        try:
            message = edited(letter.message, changes or {})
        except ValueError:
            self.dead_letters.keep(letter)
            raise
        self.address(letter.address).replay(message, letter.replays + 1)

    def stop(self) -> None:
        """Close every mailbox and stop the timers; stop the supervisors first."""
        self.timers.stop()
        with self._lock:
            mailboxes = list(self._mailboxes.values())
        for mailbox in mailboxes:
            mailbox.close()

    def _serving(self, address: str) -> list[Hand]:
        mailbox = self._mailboxes.get(address)
        return mailbox.hands() if mailbox else []

    def _bury(self, address: str, envelope: Envelope, reason: Reason) -> None:
        envelope.fail(_why(address, envelope, reason))
        self.tracer.ended(envelope, address, None, self.clock(), reason.value)
        self.dead_letters.record(DeadLetter.of(envelope, address, reason, self.now()))


def _why(address: str, envelope: Envelope, reason: Reason) -> Exception:
    match reason:
        case Reason.FULL | Reason.DROPPED_OLDEST | Reason.DROPPED_NEWEST:
            return MailboxFullError(f"the mailbox of {address} had no room for {envelope.label}")
        case Reason.EXPIRED:
            return ExpiredError(f"{envelope.label} was not taken by {address} while it was wanted")
        case Reason.STOPPED | Reason.FENCED:
            return StoppedError(f"{address} is stopped and handles no {envelope.label}")
        case Reason.CANCELLED | Reason.DISCARDED | Reason.STALE | Reason.INJECTED:
            return StoppedError(f"{envelope.label} to {address} was {reason.value}")
