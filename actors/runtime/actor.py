"""What one writes: an actor is an object with three hooks, called by its own thread, one message at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from actors.runtime.address import Address
    from actors.runtime.envelope import Envelope
    from actors.runtime.system import ActorSystem


class Actor:
    """Made anew for each incarnation, in the thread that then runs it. An error in a hook ends the incarnation."""

    address: Address
    system: ActorSystem
    end: Callable[[], None]
    """Call it in a handler to end after this message, in good order; also known from `on_start` on."""

    abandoned: Callable[[], bool]
    """Whether another life has taken this one's place while it was stuck; what it shares with others is theirs then."""

    def on_start(self) -> object:
        """Called before the first message; others wait for it."""
        return None

    def on_receive(self, message: Any) -> object:  # noqa: ANN401 - each actor names the union that it takes
        """Handle one message; the value returned is the reply to an ask."""
        msg = f"{type(self).__name__} takes no {type(message).__name__}; give it an on_receive"
        raise TypeError(msg)

    def cut_short(self) -> None:
        """Called from another thread once it shall stop: end what is in hand, if that can be done; else wait for it."""

    def on_stop(self) -> object:
        """Called on an orderly stop and after a failure: release what is held. An error here is only recorded."""
        return None


class BatchActor(Actor):
    """Takes what has gathered in its mailbox, in order, and answers asks itself (see Envelope)."""

    batch_limit: ClassVar[int] = 256

    def on_batch(self, envelopes: Sequence[Envelope]) -> None:
        """Handle them all; an error fails the asks of the batch that have no answer yet."""
        msg = f"{type(self).__name__} takes no batch of {len(envelopes)}; give it an on_batch"
        raise TypeError(msg)


class AsyncActor(Actor):
    """Lives on an event loop of its own, in a thread of its own, with many messages in hand at once.

    A stop cancels what is in hand. An error in one handler is reported, and ends the incarnation only if
    `dies_of_failures`: the other messages in hand must not suffer.
    """

    concurrency: ClassVar[int] = 32
    dies_of_failures: ClassVar[bool] = False

    async def on_start(self) -> None:
        """Await what must be there before the first message."""

    async def on_receive(self, message: Any) -> object:  # noqa: ANN401 - each actor names the union that it takes
        """Handle one message; urgent ones are handled beyond the limit of `concurrency`."""
        return super().on_receive(message)

    async def on_stop(self) -> None:
        """Release what is held, on the same event loop."""
