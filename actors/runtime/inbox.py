"""Pykka's door to our mailbox: what comes by a Pykka ref goes the way of every other message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pykka
from pykka import messages

if TYPE_CHECKING:
    from pykka._envelope import Envelope as PykkaEnvelope

    from actors.runtime.address import Address
    from actors.runtime.mailbox import Mailbox
    from actors.runtime.reply import Reply


class Inbox:
    """Bound to a mailbox after Pykka has made it, since the hook that makes it knows no actor."""

    def __init__(self) -> None:
        self._address: Address | None = None
        self._mailbox: Mailbox | None = None

    def bind(self, address: Address, mailbox: Mailbox) -> None:
        """Say where messages go."""
        self._address, self._mailbox = address, mailbox

    def put(self, envelope: PykkaEnvelope[Any], /) -> None:
        """Deliver what a Pykka ref sends; its stop is refused, because a supervisor must know why one ends."""
        if isinstance(envelope.message, messages._ActorStop):  # noqa: SLF001 - the only way Pykka says stop
            msg = "an incarnation is stopped by its supervisor; ask that"
            raise TypeError(msg)
        if self._address is None:
            msg = "the incarnation has not been bound to a mailbox"
            raise pykka.ActorDeadError(msg)
        self._address.deliver(envelope.message, cast("Reply[Any] | None", envelope.reply_to))

    def get(self) -> PykkaEnvelope[Any]:
        """Refused: only Pykka's own loop would call it."""
        msg = "an incarnation takes its messages by itself"
        raise TypeError(msg)

    def empty(self) -> bool:
        """Whether nothing waits."""
        return self._mailbox is None or self._mailbox.ledger().waiting == 0
