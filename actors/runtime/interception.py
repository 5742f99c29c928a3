"""A place between every message and its handler, where somebody may stand to break things on purpose.

While nobody stands there it costs one look at an attribute for each message.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors.runtime.envelope import Envelope
    from actors.runtime.hand import Hand


class Interceptor(Protocol):
    """Called in many threads."""

    def sent(self, address: str, envelope: Envelope, put: Callable[[Envelope], None]) -> bool:
        """In the sender's thread, before a message is queued; whether it is taken over, and not to be queued."""

    def taken(self, hand: Hand, envelope: Envelope) -> None:
        """In the actor's thread, as if it was the beginning of its handler: it may raise, and it may wait."""

    async def taken_async(self, hand: Hand, envelope: Envelope) -> None:
        """The same on the event loop of an AsyncActor."""


@dataclass(slots=True)
class Interception:
    """One per system; `by` is who stands there."""

    by: Interceptor | None = None
