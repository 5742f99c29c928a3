"""How an incarnation runs its actor: message by message, in batches, or on an event loop."""

from typing import Protocol

from actors.runtime.actor import Actor, AsyncActor, BatchActor
from actors.runtime.hand import Hand, attend
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


def host_of(actor: Actor, mailbox: Mailbox, hand: Hand, stumbled: Stumbled, timers: Timers) -> Host:
    """The host that this kind of actor needs."""
    match actor:
        case AsyncActor():
            return LoopHost(actor, mailbox, hand, stumbled, timers)
        case BatchActor():
            return BatchHost(actor, mailbox, hand)
        case _:
            return ThreadHost(actor, mailbox, hand)


class ThreadHost:
    """One message at a time."""

    def __init__(self, actor: Actor, mailbox: Mailbox, hand: Hand) -> None:
        self._actor = actor
        self._mailbox = mailbox
        self._hand = hand

    def start(self) -> None:
        self._hand.landing.call(self._actor.on_start)

    def serve(self) -> None:
        receive, mailbox, hand, call = self._actor.on_receive, self._mailbox, self._hand, self._hand.landing.call
        while taken := mailbox.take(hand):
            envelope = taken[0]
            attend(envelope)
            value = call(receive, envelope.message)
            mailbox.handled(hand, taken)
            envelope.reply(value)

    def stop(self) -> None:
        self._hand.landing.call(self._actor.on_stop)

    def close(self) -> None:
        """Nothing is held."""

    def cancel(self, seq: int) -> bool:  # noqa: ARG002 - a thread's one message is ended only with its actor
        return False


class BatchHost(ThreadHost):
    """All that has gathered, up to the actor's limit."""

    def __init__(self, actor: BatchActor, mailbox: Mailbox, hand: Hand) -> None:
        super().__init__(actor, mailbox, hand)
        self._batch_actor = actor

    def serve(self) -> None:
        actor, mailbox, hand, call = self._batch_actor, self._mailbox, self._hand, self._hand.landing.call
        while taken := mailbox.take(hand, actor.batch_limit):
            attend(taken[0])
            call(actor.on_batch, taken)
            mailbox.handled(hand, taken)
