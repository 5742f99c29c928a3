"""How an incarnation runs its actor: message by message, in batches, or on an event loop."""

from typing import Protocol

from actors.runtime.actor import Actor, AsyncActor, BatchActor
from actors.runtime.description import Describe, described
from actors.runtime.envelope import Envelope
from actors.runtime.hand import Hand, attend
from actors.runtime.interception import Interception
from actors.runtime.loop_host import LoopHost, Stumbled
from actors.runtime.mailbox import Mailbox
from actors.runtime.timers import Timers


class Host(Protocol):
    """Every method runs in the incarnation's thread and raises what the actor raised."""

    def start(self) -> None:
        """Run on_start."""

    def serve(self) -> None:
        """Handle messages until the hand is to leave."""

    def stop(self) -> None:
        """Run on_stop."""

    def close(self) -> None:
        """Give back what the host itself holds."""

    def cancel(self, seq: int) -> bool:
        """From any thread: cancel one message in hand, if that can be done; says whether it was there."""


def host_of(
    actor: Actor, mailbox: Mailbox, hand: Hand, stumbled: Stumbled, *, timers: Timers, interception: Interception
) -> Host:
    """The host that this kind of actor needs."""
    match actor:
        case AsyncActor():
            return LoopHost(actor, mailbox, hand, stumbled, timers=timers, interception=interception)
        case BatchActor():
            return BatchHost(actor, mailbox, hand, interception)
        case _:
            return ThreadHost(actor, mailbox, hand, interception)


class ThreadHost:
    """One message at a time."""

    def __init__(self, actor: Actor, mailbox: Mailbox, hand: Hand, interception: Interception) -> None:
        self._actor = actor
        self._mailbox = mailbox
        self._hand = hand
        self._interception = interception

    def start(self) -> None:
        self._hand.landing.call(self._actor.on_start)

    def serve(self) -> None:
        receive, mailbox, hand, call = self._actor.on_receive, self._mailbox, self._hand, self._hand.landing.call
        interception = self._interception
        while taken := mailbox.take(hand):
            envelope = taken[0]
            attend(envelope)
            if interception.by is None and type(envelope.message) is not Describe:
                value = call(receive, envelope.message)
            else:
                value = call(self._received, envelope)
            mailbox.handled(hand, taken)
            envelope.reply(value)

    def stop(self) -> None:
        self._hand.landing.call(self._actor.on_stop)

    def close(self) -> None:
        """Nothing is held."""

    def cancel(self, seq: int) -> bool:  # noqa: ARG002 - a thread's one message is ended only with its actor
        return False

    def _received(self, envelope: Envelope) -> object:
        """What is no message to the actor, or does not reach it as it is."""
        if type(envelope.message) is Describe:
            return described(self._actor)
        if self._interception.by is not None:
            self._interception.by.taken(self._hand, envelope)
        return self._actor.on_receive(envelope.message)


class BatchHost(ThreadHost):
    """All that has gathered, up to the actor's limit."""

    def __init__(self, actor: BatchActor, mailbox: Mailbox, hand: Hand, interception: Interception) -> None:
        super().__init__(actor, mailbox, hand, interception)
        self._batch_actor = actor

    def serve(self) -> None:
        actor, mailbox, hand, call = self._batch_actor, self._mailbox, self._hand, self._hand.landing.call
        while taken := mailbox.take(hand, actor.batch_limit):
            attend(taken[0])
            call(self._received_all if self._is_odd(taken) else actor.on_batch, taken)
            mailbox.handled(hand, taken)

    def _is_odd(self, taken: list[Envelope]) -> bool:
        return self._interception.by is not None or any(type(envelope.message) is Describe for envelope in taken)

    def _received_all(self, taken: list[Envelope]) -> None:
        """The batch without what is no message to the actor."""
        meant = [envelope for envelope in taken if type(envelope.message) is not Describe]
        for envelope in taken:
            if type(envelope.message) is Describe:
                envelope.reply(described(self._actor))
            elif self._interception.by is not None:
                self._interception.by.taken(self._hand, envelope)
        if meant:
            self._batch_actor.on_batch(meant)
