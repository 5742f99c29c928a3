"""How others reach an actor: by a name that outlives its incarnations."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from actors.runtime.dead_letters import Reason
from actors.runtime.envelope import Envelope
from actors.runtime.errors import AskTimeoutError, StoppedError
from actors.runtime.hand import Hand, speaker, subject
from actors.runtime.reply import Reply
from actors.runtime.waits import Node, Wait, Waits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from actors.runtime.interception import Interception
    from actors.runtime.mailbox import Mailbox


class Address:
    """One per name and system, so that identity is equality."""

    __slots__ = ("_clock", "_interception", "_mailbox", "_numbers", "_waits", "name")

    def __init__(
        self,
        mailbox: Mailbox,
        numbers: Iterator[int],
        clock: Callable[[], float],
        *,
        waits: Waits,
        interception: Interception,
    ) -> None:
        self.name = mailbox.name
        self._mailbox = mailbox
        self._numbers = numbers
        self._clock = clock
        self._waits = waits
        self._interception = interception

    def __repr__(self) -> str:
        return self.name

    def tell(
        self, message: object, *, urgent: bool = False, sender: str | None = None, within_s: float | None = None
    ) -> None:
        """Send and forget. Urgent messages go before all others; after `within_s` seconds nobody wants it any more.

        Raises MailboxFullError as the mailbox's policy says, StoppedError if the sender was abandoned.
        To a stopped actor it raises nothing: the message becomes a dead letter.
        """
        envelope = self._envelope(message, None, within_s)
        envelope.urgent = urgent
        envelope.sender = sender or envelope.sender
        self._post(envelope)

    def ask(self, message: object, *, timeout_s: float, urgent: bool = False) -> object:
        """Send and block this thread for the reply.

        Raises the actor's own error, AskTimeoutError, StoppedError if it is or gets stopped, MailboxFullError, and
        AskCycleError if the answer would have to wait for this actor.
        """
        reply: Reply[object] = Reply()
        envelope = self._envelope(message, reply, timeout_s)
        envelope.urgent = urgent
        hand = speaker()
        if hand is None:
            return self._answer(envelope, reply, timeout_s)
        whole = not hand.many or asyncio._get_running_loop() is not None  # noqa: SLF001 - documented for this use
        node = _node(hand, whole=whole)
        hand.landing.outside(self._waits.begin, node, self._wait(hand, envelope))
        try:
            return self._answer(envelope, reply, timeout_s)
        finally:
            hand.landing.outside(self._waits.end, node)

    async def ask_async(self, message: object, *, timeout_s: float) -> object:
        """Send and await the reply on any event loop without blocking it; raises what `ask` raises."""
        reply: Reply[object] = Reply()
        envelope = self._envelope(message, reply, timeout_s)
        hand = speaker()
        if hand is None:
            return await self._answer_async(envelope, reply, timeout_s)
        node = _node(hand, whole=False)
        self._waits.begin(node, self._wait(hand, envelope))
        try:
            return await self._answer_async(envelope, reply, timeout_s)
        finally:
            self._waits.end(node)

    def deliver(self, message: object, reply: Reply[Any] | None) -> None:
        """Send with a future that somebody else has made."""
        self._post(self._envelope(message, reply, None))

    def replay(self, message: object, replays: int) -> None:
        """Send again what nobody handled."""
        envelope = self._envelope(message, None, None)
        envelope.replays = replays
        self._post(envelope)

    def _answer(self, envelope: Envelope, reply: Reply[object], timeout_s: float) -> object:
        self._post(envelope)
        try:
            return reply.get(timeout=timeout_s)
        except AskTimeoutError as error:
            reply.give_up(error)
            raise

    async def _answer_async(self, envelope: Envelope, reply: Reply[object], timeout_s: float) -> object:
        self._post(envelope)
        waiting = asyncio.timeout(timeout_s)
        try:
            async with waiting:
                return await reply
        except TimeoutError as error:
            if not waiting.expired():
                raise
            msg = f"no reply from {self.name} within {timeout_s} s; it is busy, hung or restarting"
            raise AskTimeoutError(msg) from error
        finally:
            reply.give_up(AskTimeoutError(f"nobody waits for the reply of {self.name} any more"))

    def _envelope(self, message: object, reply: Reply[Any] | None, within_s: float | None) -> Envelope:
        """In the name of who speaks, and because of what it has in hand."""
        now, seq, hand, about = self._clock(), next(self._numbers), speaker(), subject()
        envelope = Envelope(
            seq,
            message,
            hand.child if hand else None,
            now,
            hand.incarnation if hand else None,
            reply_to=reply,
            root=seq,
            deadline=None if within_s is None else now + within_s,
        )
        if about is not None:
            envelope.parent, envelope.root = about.seq, about.root
        return envelope

    def _wait(self, hand: Hand, envelope: Envelope) -> Wait:
        return Wait(hand.child, hand.address, self.name, envelope.seq, envelope.label, envelope.sent_at)

    def _post(self, envelope: Envelope) -> None:
        hand = speaker()
        if hand is None:
            self._put(envelope)
        elif hand.fenced:
            hand.fenced_sends += 1
            hand.landing.outside(self._mailbox.refuse, envelope, Reason.FENCED)
            msg = f"incarnation {hand.incarnation} of {hand.child} was abandoned; what it still sends is refused"
            raise StoppedError(msg)
        else:
            hand.landing.outside(self._put, envelope)

    def _put(self, envelope: Envelope) -> None:
        stands_there = self._interception.by
        if stands_there is None or not stands_there.sent(self.name, envelope, self._mailbox.put):
            self._mailbox.put(envelope)


def _node(hand: Hand, *, whole: bool) -> Node:
    """A message of an actor that has many waits by itself."""
    about = subject()
    return hand if whole or not hand.many or about is None else about.seq
