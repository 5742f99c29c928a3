"""What an actor does while the store does not answer: the message waits, the actor goes on with the next one."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from actors.runtime import Actor
from storage.errors import StoreUnavailableError

logger = logging.getLogger(__name__)

PAUSE_S = 0.25


@contextmanager
def patiently(actor: Actor, message: object) -> Iterator[None]:
    """The message comes again in a moment if the store was not there for what is done in this block."""
    try:
        yield
    except StoreUnavailableError as error:
        logger.warning(
            "waiting for the store",
            extra={"actor": actor.address.name, "waits": type(message).__name__, "error": str(error)},
        )
        actor.system.timers.tell_after(PAUSE_S, actor.address, message)
