"""The supervisor's own thread: what is to be done is done one after the other, in the order it came."""

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue

from actors.runtime.hand import never_wait

logger = logging.getLogger(__name__)


class Desk:
    """`post` can be called from any thread and never waits."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def open(self) -> None:
        """Begin to work, unless it does already."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._work, name="supervisor", daemon=True)
            self._thread.start()

    def post(self, action: Callable[[], None]) -> None:
        """Have it done. An error of an action is logged and stops no other."""
        self._queue.put(action)

    def close(self, timeout_s: float) -> None:
        """Finish what has been posted and stop; waits for it up to `timeout_s` seconds."""
        if self._thread is not None and self._thread.is_alive():
            self._queue.put(None)
            self._thread.join(timeout_s)

    def _work(self) -> None:
        never_wait()
        while (action := self._queue.get()) is not None:
            try:
                action()
            except Exception:
                logger.exception("the supervisor failed at %r and goes on", action)
