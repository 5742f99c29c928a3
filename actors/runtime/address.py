"""How others reach an actor: by a name that outlives its incarnations."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from actors.runtime.dead_letters import Reason
from actors.runtime.envelope import Envelope
from actors.runtime.errors import AskTimeoutError, StoppedError
from actors.runtime.hand import speaker
from actors.runtime.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from actors.runtime.mailbox import Mailbox


class Address:
    """One per name and system, so that identity is equality."""

    __slots__ = ("_clock", "_mailbox", "_numbers", "name")

    def __init__(self, mailbox: Mailbox, numbers: Iterator[int], clock: Callable[[], float]) -> None:
        self.name = mailbox.name
        self._mailbox = mailbox
        self._numbers = numbers
        self._clock = clock

    def __repr__(self) -> str:
        return self.name

    def tell(self, message: object, *, urgent: bool = False, sender: str | None = None) -> None:
        """Send and forget. Urgent messages go before all others.

        Raises MailboxFullError as the mailbox's policy says, StoppedError if the sender was abandoned.
        To a stopped actor it raises nothing: the message becomes a dead letter.
        """
        self._send(message, None, urgent=urgent, sender=sender)

    def ask(self, message: object, *, timeout_s: float) -> object:
        """Send and block this thread for the reply.

        Raises the actor's own error, AskTimeoutError, StoppedError if it is or gets stopped, MailboxFullError.
        """
        reply: Reply[object] = Reply()
        self._send(message, reply)
        return reply.get(timeout=timeout_s)

    async def ask_async(self, message: object, *, timeout_s: float) -> object:
        """Send and await the reply on any event loop without blocking it; raises what `ask` raises."""
        reply: Reply[object] = Reply()
        self._send(message, reply)
        waiting = asyncio.timeout(timeout_s)
        try:
            async with waiting:
                return await reply
        except TimeoutError as error:
            if not waiting.expired():
                raise
            msg = f"no reply from {self.name} within {timeout_s} s; it is busy, hung or restarting"
            raise AskTimeoutError(msg) from error

    def deliver(self, message: object, reply: Reply[Any] | None) -> None:
        """Send with a future that somebody else has made."""
        self._send(message, reply)

    def _send(
        self, message: object, reply: Reply[Any] | None, *, urgent: bool = False, sender: str | None = None
    ) -> None:
        hand = speaker()
        name, incarnation = (sender, None) if hand is None else (sender or hand.child, hand.incarnation)
        envelope = Envelope(next(self._numbers), message, name, self._clock(), incarnation, urgent, reply)
        if hand is not None and hand.fenced:
            self._mailbox.refuse(envelope, Reason.FENCED)
            msg = f"incarnation {incarnation} of {name} was abandoned; what it still sends is refused"
            raise StoppedError(msg)
        self._mailbox.put(envelope)
