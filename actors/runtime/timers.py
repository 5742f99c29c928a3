"""What happens later: one heap, one thread, a clock that a test can turn."""

import heapq
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from time import monotonic

from actors.runtime.address import Address
from actors.runtime.errors import StoppedError
from actors.runtime.hand import Hand, never_wait, speak_as, speaker

logger = logging.getLogger(__name__)


@dataclass(slots=True, order=True)
class Timer:
    """The handle of one thing to come; `due` is in seconds of the clock."""

    due: float
    _number: int
    _action: Callable[[], object] | None = field(compare=False)

    def cancel(self) -> None:
        """Let it not happen; too late it does nothing."""
        self._action = None

    def fire(self) -> None:
        """Do it, once, unless it was cancelled."""
        action, self._action = self._action, None
        if action is not None:
            action()


class Timers:
    """The thread starts with the first timer. An error of an action is logged and stops no other."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._changed = threading.Condition()
        self._heap: list[Timer] = []
        self._count = 0
        self._thread: threading.Thread | None = None
        self._stopped = False
        self.stale = 0
        """How many ticks were dropped because who had set them was gone."""

    def tell_after(self, delay_s: float, address: Address, message: object) -> Timer:
        """Tell `message` to `address` in `delay_s` seconds, in the name of who asks now.

        What an actor tells itself so is dropped if it has ended meanwhile: its next life knows nothing of it.
        """
        hand = speaker()
        if hand is None:
            return self.call_after(delay_s, partial(address.tell, message))
        tick = partial(self._tick, hand, address, message)
        return hand.landing.outside(self.call_after, delay_s, tick)

    def call_after(self, delay_s: float, action: Callable[[], object]) -> Timer:
        """Call `action` on the timers' thread in `delay_s` seconds; it must be short and not wait."""
        return self.call_at(self._clock() + delay_s, action)

    def call_at(self, due: float, action: Callable[[], object]) -> Timer:
        """The same, at a moment of the clock."""
        with self._changed:
            self._count += 1
            timer = Timer(due, self._count, action)
            if self._stopped:
                return timer
            heapq.heappush(self._heap, timer)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="timers", daemon=True)
                self._thread.start()
            self._changed.notify()
        return timer

    def look_again(self) -> None:
        """Compare with the clock now; for a clock that jumps, such as a test's."""
        with self._changed:
            self._changed.notify()

    def stop(self) -> None:
        """Let nothing more happen."""
        with self._changed:
            self._stopped = True
            self._heap.clear()
            self._changed.notify()

    def _tick(self, hand: Hand, address: Address, message: object) -> None:
        if hand.over and hand.address == address.name:
            self.stale += 1
            return
        speak_as(hand)
        try:
            with suppress(StoppedError):  # it was abandoned: refused and counted
                address.tell(message)
        finally:
            speak_as(None)

    def _run(self) -> None:
        never_wait()
        while (timer := self._next()) is not None:
            try:
                timer.fire()
            except Exception:
                logger.exception("a timer failed")

    def _next(self) -> Timer | None:
        with self._changed:
            while not self._stopped:
                wait_s = self._heap[0].due - self._clock() if self._heap else None
                if wait_s is not None and wait_s <= 0:
                    return heapq.heappop(self._heap)
                self._changed.wait(wait_s)
        return None
