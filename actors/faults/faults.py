"""The faults that are on. While none is, nobody stands between a message and its handler."""

from __future__ import annotations

import asyncio
import random
import threading
from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from actors.faults.errors import InjectedFaultError, InjectedKillError
from actors.faults.fault import Fault
from actors.messages import BUILD_WORKER
from actors.runtime import Reason
from actors.runtime.description import Describe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import JsonValue

    from actors.faults.fault import Wanted
    from actors.log import Log, Told
    from actors.runtime import ActorSystem, Envelope
    from actors.runtime.hand import Hand

KEPT = 50
LOOK_S = 0.05
DELAY_S = 2.0


class Faults:
    """`attach` before the first; then used by any thread. `kill` lets a child die, with a reason."""

    def __init__(self, ids: Callable[[str], str], now: Callable[[], float], log: Log) -> None:
        self._ids = ids
        self.now = now
        self._log = log
        self._guard = threading.Lock()
        self._on: tuple[Fault, ...] = ()
        self._past: deque[Fault] = deque(maxlen=KEPT)
        self._doubling = threading.local()

    def attach(self, system: ActorSystem, kill: Callable[[str, str], None]) -> None:
        """From now on there is a system to break."""
        self._system = system
        self._kill = kill

    def on(self) -> list[Fault]:
        """Those that are on, the newest first."""
        return list(reversed(self._on))

    def past(self) -> list[Fault]:
        """Those that are off, the newest first."""
        return list(reversed(self._past))

    def known(self, name: str) -> Fault:
        """One by its id. Raises KeyError."""
        for fault in (*self._on, *self._past):
            if fault.id == name:
                return fault
        raise KeyError(name)

    def begin(self, wanted: Wanted, reason: str) -> Fault:
        """Put one on; it is off by itself."""
        now = self.now()
        fault = Fault(self._ids("fault"), wanted, reason, now, now + wanted.seconds, random.random)
        with self._guard:
            self._on = (*self._on, fault)
            self._system.interception.by = self
        self._log.note("fault", partial(_told, fault, "is on"))
        self._system.timers.call_after(wanted.seconds, partial(self.end, fault.id))
        return fault

    def end(self, name: str) -> None:
        """Put one off; one that is off already stays so. Raises KeyError."""
        fault = self.known(name)
        with self._guard:
            if fault.over.is_set():
                return
            fault.over.set()
            fault.ended_at = self.now()
            self._on = tuple(one for one in self._on if one is not fault)
            self._past.append(fault)
            if not self._on:
                self._system.interception.by = None
        self._log.note("fault", partial(_told, fault, f"is off after {fault.hits} hits"))

    def end_all(self) -> None:
        """The system stops: nobody shall hang on purpose."""
        for fault in self._on:
            self.end(fault.id)

    def hit_by(self, kind: str, address: str, envelope: Envelope | None) -> Fault | None:
        """The fault of this kind that strikes here, if one does."""
        for fault in self._on:
            is_meant = fault.wanted.kind == kind and (envelope is None or fault.wanted.fits(address, envelope))
            if is_meant and fault.strikes(envelope.job if envelope else None, self.now()):
                return fault
        return None

    def sent(self, address: str, envelope: Envelope, put: Callable[[Envelope], None]) -> bool:
        """Between a sender and the line."""
        if getattr(self._doubling, "now", False) or type(envelope.message) is Describe:
            return False
        if self.hit_by("drop", address, envelope):
            self._system.mailbox(address).refuse(envelope, Reason.INJECTED)
            return True
        if delayed := self.hit_by("delay", address, envelope):
            self._system.timers.call_after(delayed.wanted.delay_s or DELAY_S, partial(put, envelope))
            return True
        if self.hit_by("duplicate", address, envelope):
            self._double(address, envelope)
        return False

    def taken(self, hand: Hand, envelope: Envelope) -> None:
        """Between the line and a handler on a thread."""
        for fault in self._strikes(hand, envelope):
            if fault.wanted.kind != "hang":
                message = f"{hand.child} was killed on purpose ({fault.id})"
                raise InjectedKillError(message)
            while not fault.over.wait(LOOK_S):
                """An interruption of the actor is let in between two looks."""

    async def taken_async(self, hand: Hand, envelope: Envelope) -> None:
        """The same on an event loop: there the actor is killed as an operator kills it."""
        for fault in self._strikes(hand, envelope):
            if fault.wanted.kind != "hang":
                self._kill(hand.child, f"on purpose ({fault.id})")
            while not fault.over.is_set():  # noqa: ASYNC110  # it is set by a thread
                await asyncio.sleep(LOOK_S)

    def _strikes(self, hand: Hand, envelope: Envelope) -> Iterator[Fault]:
        """Raises where a handler is to fail; gives the faults of which it is to die, or to hang."""
        if self.hit_by("raise", hand.address, envelope):
            message = f"{envelope.label} failed on purpose"
            raise InjectedFaultError(message)
        for kind in ("build-crash",) if hand.address == BUILD_WORKER else ():
            if crashed := self.hit_by(kind, hand.address, envelope):
                yield crashed
        for kind in ("hang", "kill"):
            if fault := self.hit_by(kind, hand.address, envelope):
                yield fault

    def _double(self, address: str, envelope: Envelope) -> None:
        self._doubling.now = True
        try:
            self._system.address(address).replay(envelope.message, envelope.replays)
        finally:
            self._doubling.now = False


def _told(fault: Fault, what: str) -> Told:
    shown: dict[str, JsonValue] = {
        "id": fault.id,
        "kind": fault.wanted.kind,
        "hits": fault.hits,
        "reason": fault.reason,
    }
    return fault.wanted.actor or "messages", None, f"a fault {what}: {fault.wanted.sentence}", shown
