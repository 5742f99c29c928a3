"""How messages travel in the simulation: one by one per address, in order, each after a moment."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from drills.simulated.clock import Clock

HOP_S = 0.0005


@dataclass
class Mailbox:
    """What waits at one address. `take` handles a message, or a batch of all that wait; while `down` they wait."""

    name: str
    clock: Clock
    take: Callable[[list[object]], None]
    most: int = 1
    down: bool = False
    _waiting: deque[object] = field(default_factory=deque)
    _busy: bool = False

    def tell(self, message: object, *, urgent: bool = False, sender: str | None = None) -> None:
        """Send and forget, as with the real address."""
        del sender
        if urgent:
            self._waiting.appendleft(message)
        else:
            self._waiting.append(message)
        self.look()

    def look(self) -> None:
        """Go on, if there is something and somebody."""
        if self._waiting and not self._busy and not self.down:
            self._busy = True
            self.clock.after(HOP_S, self._handle)

    def put_back(self, batch: list[object]) -> None:
        """These come first again."""
        self._waiting.extendleft(reversed(batch))

    def clear(self) -> None:
        """The process died."""
        self._waiting.clear()

    def _handle(self) -> None:
        self._busy = False
        if self.down or not self._waiting:
            return
        batch = [self._waiting.popleft() for _ in range(min(self.most, len(self._waiting)))]
        self.take(batch)
        self.look()


@dataclass
class Timers:
    """As the real ones; what was planned in an earlier life of the process does not come."""

    clock: Clock
    is_now: Callable[[], Callable[[], bool]]

    def tell_after(self, delay_s: float, address: Mailbox, message: object) -> None:
        """Tell it later."""
        still = self.is_now()
        self.clock.after(delay_s, lambda: address.tell(message) if still() else None)


@dataclass
class System:
    """What an actor reaches of the others."""

    mailboxes: dict[str, Mailbox]
    timers: Timers

    def address(self, name: str) -> Mailbox:
        """The mailbox of that name."""
        return self.mailboxes[name]
