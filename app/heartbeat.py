"""Says where every thread is when no Python runs at all: C code that keeps the interpreter's lock stops everything.

Nothing inside the process can end such code. The watchdog of faulthandler needs no lock: unless it is told every few
seconds that Python runs, it writes all stacks to standard error, so that whoever restarts the process knows why.
"""

import faulthandler
import sys
from contextlib import suppress

from actors.runtime import Timer, Timers

BEAT_S = 5.0
SILENCE_S = 60.0


class Heartbeat:
    """Beats on the timers' thread from `start` to `stop`."""

    def __init__(self, timers: Timers) -> None:
        self._timers = timers
        self._next: Timer | None = None

    def start(self) -> None:
        """Python runs; see to it that the next beat comes."""
        with suppress(ValueError, AttributeError):  # standard error is no file: nobody could read it
            faulthandler.dump_traceback_later(SILENCE_S, repeat=True, file=sys.stderr)
        self._next = self._timers.call_after(BEAT_S, self.start)

    def stop(self) -> None:
        """Nobody needs to watch any more."""
        if self._next is not None:
            self._next.cancel()
        faulthandler.cancel_dump_traceback_later()
