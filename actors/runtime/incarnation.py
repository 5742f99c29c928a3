"""One life of an actor: a Pykka actor that runs our loop instead of Pykka's.

Only Pykka's three hooks for implementors are used. It is never in Pykka's registry, whose stop_all
would take every actor along when one fails.
"""

from __future__ import annotations

import sys
import threading
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol

import pykka

from actors.runtime.description import LastState, seen_from_outside
from actors.runtime.errors import KilledError, StoppedError
from actors.runtime.failures import Failure, failures_of
from actors.runtime.hand import Hand, speak_as
from actors.runtime.hosts import Host, host_of
from actors.runtime.inbox import Inbox
from actors.runtime.landing import HardKill
from actors.runtime.places import stack_of
from actors.runtime.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from actors.runtime.actor import Actor
    from actors.runtime.address import Address
    from actors.runtime.mailbox import Mailbox
    from actors.runtime.system import ActorSystem


class State(Enum):
    """Where an incarnation is in its life."""

    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"
    ENDED = "ended"
    ABANDONED = "abandoned"


class Witness(Protocol):
    """Who is told what becomes of an incarnation, from its thread; it must not wait."""

    def started(self, life: Incarnation) -> None: ...

    def stumbled(self, life: Incarnation, failures: tuple[Failure, ...]) -> None:
        """A message failed and the actor lives on."""

    def falling(self, life: Incarnation, failures: tuple[Failure, ...]) -> None:
        """It handles nothing more and is about to run its on_stop."""

    def noted(self, life: Incarnation, error: BaseException) -> None:
        """An error while it stopped."""

    def ended(self, life: Incarnation, error: BaseException | None) -> None: ...


class Incarnation(pykka.Actor):
    """`hand.incarnation` counts the lives of one child from 1."""

    def __init__(self, make: Callable[[], Actor], system: ActorSystem, hand: Hand, witness: Witness) -> None:
        super().__init__()
        self.hand = hand
        self.state = State.STARTING
        self._make = make
        self._system = system
        self._address: Address = system.address(hand.address)
        self._mailbox: Mailbox = system.mailbox(hand.address)
        self._witness = witness
        self._host: Host | None = None
        self._actor: Actor | None = None
        self._killed: str | None = None
        self.abandoned_at: float | None = None
        self._thread = threading.Thread(target=self._live, name=hand.child, daemon=True)
        if isinstance(self.actor_inbox, Inbox):
            self.actor_inbox.bind(self._address, self._mailbox)

    @classmethod
    def start(cls, *_args: Any, **_kwargs: Any) -> pykka.ActorRef[Any]:  # noqa: ANN401 - Pykka's signature
        """Refused: it would enter Pykka's registry."""
        msg = "an incarnation is begun by its supervisor; put a ChildSpec into its list"
        raise TypeError(msg)

    def begin(self) -> None:
        """Start the thread; raises RuntimeError where the system has none left."""
        self._start_actor_loop()

    def leave(self) -> None:
        """Ask it to stop after the message in hand; what waits stays."""
        self._mailbox.dismiss(self.hand)

    def finish(self) -> None:
        """Ask it to stop when nothing waits any more."""
        self._mailbox.dismiss(self.hand, draining=True)

    def kill(self, reason: str) -> None:
        """Let it fail after the message in hand, which is cut short if that can be done; see `interrupt`."""
        self._killed = self._killed or reason
        self.leave()
        self.cut_short()

    def interrupt(self, reason: str) -> bool:
        """Throw it out of its own Python code, if it is in any; says whether it was. C code is not interrupted."""
        self._killed = self._killed or reason
        self.leave()
        return self.hand.landing.throw()

    def cancel(self, seq: int) -> bool:
        """Cancel one message that an AsyncActor has in hand; says whether it was there."""
        return self._host is not None and self._host.cancel(seq)

    def cut_short(self) -> None:
        """What is in hand need not come to its end."""
        if self._actor is not None and (error := _caught(self._actor.cut_short)) is not None:
            self._witness.noted(self, error)

    def wait(self, timeout_s: float) -> bool:
        """Wait for its end; says whether it came."""
        return self.actor_stopped.wait(timeout_s)

    def abandon(self, error: BaseException) -> tuple[Failure, ...]:
        """Fence it: what it had in hand has failed, and nothing that it still does counts."""
        error.add_note(f"where it was:\n{self.stack()}")
        self._leave_state()
        lost = self._mailbox.fence(self.hand)
        self._system.waits.end(self.hand)
        self.state = State.ABANDONED
        self.abandoned_at = self._system.clock()
        self._system.abandoned.append(self)
        return failures_of(self.hand, lost, error)

    @property
    def is_alive(self) -> bool:
        """Whether its thread still runs, abandoned or not."""
        return self._thread.is_alive()

    def seen(self) -> Mapping[str, object] | None:
        """What its actor holds, read from outside."""
        return None if self._actor is None else seen_from_outside(self._actor)

    def stack(self) -> str:
        """Where its thread is now."""
        frame = sys._current_frames().get(self._thread.ident or 0)  # noqa: SLF001 - documented, for debugging
        return stack_of(frame) if frame else "it had no Python frame"

    @staticmethod
    def _create_actor_inbox() -> Inbox:
        return Inbox()

    @staticmethod
    def _create_future() -> Reply[Any]:
        return Reply()

    def _start_actor_loop(self) -> None:
        self._thread.start()

    def _live(self) -> None:
        speak_as(self.hand)
        self.hand.landing.settle()
        error = self._explained(_caught(self._work))
        self.hand.landing.renew()
        self._leave_state()
        self._turn(State.STOPPING)
        self._witness.falling(self, self._give_back(error))
        self._clean_up()
        self._turn(State.ENDED)
        self.actor_stopped.set()
        self._witness.ended(self, error)

    def _work(self) -> None:
        actor = self.hand.landing.call(self._make)
        actor.address, actor.system, actor.end = self._address, self._system, self.leave
        actor.abandoned = self._is_abandoned
        self._actor = actor
        self._host = host_of(
            actor,
            self._mailbox,
            self.hand,
            self._stumbled,
            timers=self._system.timers,
            interception=self._system.interception,
        )
        self._mailbox.join(self.hand)
        self._host.start()
        self._turn(State.RUNNING)
        self._witness.started(self)
        self._host.serve()
        if self._killed:
            raise HardKill

    def _leave_state(self) -> None:
        """What it holds at its end can be read when it is gone."""
        fields = None if self.hand.fenced else self.seen()
        if fields is not None:
            self._system.last_states[self.hand.child] = LastState(fields, self._system.clock(), died=True)

    def _is_abandoned(self) -> bool:
        return self.hand.fenced

    def _explained(self, error: BaseException | None) -> BaseException | None:
        """An order to die is told as the error that it is for everybody else."""
        if not isinstance(error, HardKill):
            return error
        killed = KilledError(f"{self.hand.child} was killed: {self._killed}")
        killed.__cause__ = error
        return killed

    def _give_back(self, error: BaseException | None) -> tuple[Failure, ...]:
        """Settle what is in hand; a cancelled message fails even where the actor itself did not."""
        if self.hand.fenced:
            return ()
        lost = self._mailbox.drop(self.hand)
        self._system.waits.end(self.hand)
        if error is None and not lost:
            return ()
        return failures_of(self.hand, lost, error or StoppedError(f"{self.hand.child} stopped with it in hand"))

    def _clean_up(self) -> None:
        if self._host is None:
            return
        for step in (self._host.stop, self._host.close):
            if (error := _caught(step)) is not None:
                self._witness.noted(self, error)

    def _turn(self, state: State) -> None:
        if self.state is not State.ABANDONED:
            self.state = state

    def _stumbled(self, failures: tuple[Failure, ...]) -> None:
        if not self.hand.fenced:
            self._witness.stumbled(self, failures)


def _caught(action: Callable[[], None]) -> BaseException | None:
    """The boundary: any error ends this incarnation and nothing else."""
    try:
        action()
    except BaseException as error:  # noqa: BLE001 - SystemExit and KeyboardInterrupt are one actor's failure as well
        return error
    return None
