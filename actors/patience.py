"""What an actor does while the store does not answer: the message waits, the actor goes on with the next one."""

import logging

from actors.runtime import Actor
from storage.errors import StoreUnavailableError

logger = logging.getLogger(__name__)

PAUSE_S = 0.25


class patiently:  # noqa: N801  # it stands behind `with`, around every message: a generator costs thrice as much
    """The message comes again in a moment if the store was not there for what is done in this block."""

    __slots__ = ("_actor", "_message")

    def __init__(self, actor: Actor, message: object) -> None:
        self._actor = actor
        self._message = message

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _kind: object, error: BaseException | None, _at: object) -> bool:
        if not isinstance(error, StoreUnavailableError):
            return False
        actor, waits = self._actor, type(self._message).__name__
        where = {"actor": actor.address.name, "waits": waits, "error": str(error)}
        logger.warning("waiting for the store", extra=where)
        actor.system.timers.tell_after(PAUSE_S, actor.address, self._message)
        return True
