"""What an operator reads of the running actors and may do to them, as plain values: for a console that knows no actor.

Reading asks nobody: a busy or stuck actor is shown like any other. Every order has a reason and is recorded.
"""

from collections.abc import Callable, Mapping
from itertools import islice
from typing import NamedTuple

from actors.portrait import Portraits
from actors.runtime import ActorSystem, Supervisor
from actors.shown import (
    Shown,
    shown_abandoned,
    shown_child,
    shown_decision,
    shown_ledger,
    shown_letter,
    shown_mailbox,
    shown_span,
    shown_wait,
)
from actors.sought import sought

ORDERS = ("restart", "stop", "kill", "drain", "suspend", "resume", "step", "discard")


class SpanPage(NamedTuple):
    """Some messages, how many more there were, and the mark to go on from."""

    spans: list[Shown]
    left_out: int
    mark: object


class Overview:
    """Thread-safe; the orders do not wait."""

    def __init__(
        self,
        system: ActorSystem,
        supervisor: Supervisor,
        start_again: Callable[[], None],
        failures: Callable[[], list[Shown]] = list,
    ) -> None:
        self._system = system
        self._supervisor = supervisor
        self._start_again = start_again
        self._skew = system.now() - system.clock()
        self._portraits = Portraits(system, supervisor, failures, self._skew)
        self.failures = failures
        """What failed last, the newest first."""

    @property
    def up(self) -> bool:
        """Whether the tree is meant to run."""
        return self._supervisor.up

    def snapshot(self) -> Shown:
        """Everything now: the children in start order, the mailboxes, who waits for whom, the books in all."""
        seen, skew = self._system.statistics(), self._skew
        letters = self._system.dead_letters.by_reason()
        return {
            "at": self._system.now(),
            "up": self._supervisor.up,
            "tracing": self._system.tracer.is_on,
            "children": [shown_child(child, skew) for child in seen.children],
            "mailboxes": {name: shown_mailbox(queue, skew) for name, queue in seen.queues.items()},
            "waits": [shown_wait(wait, skew) for wait in seen.waits],
            "abandoned": [shown_abandoned(life, skew) for life in seen.abandoned],
            "total": shown_ledger(seen.total),
            "dead_letters": {reason.value: count for reason, count in letters.items()},
            "stale_ticks": seen.stale_ticks,
        }

    def spans(self, asked: Mapping[str, str] | None = None, limit: int = 500) -> list[Shown]:
        """What is in hand now, and what has ended last, the newest first; of them what is asked for."""
        fits = sought(asked or {})
        found = filter(fits, (*self._system.open_spans(), *reversed(self._system.tracer.spans())))
        return [shown_span(span, self._skew) for span in islice(found, limit)]

    def spans_after(self, mark: object, asked: Mapping[str, str], limit: int) -> SpanPage:
        """What has ended since that mark, the last of it, and what is in hand now."""
        ended, now = self._system.tracer.after(mark)
        found = list(filter(sought(asked), ended))
        held = list(filter(sought(asked), self._system.open_spans()))
        shown = [shown_span(span, self._skew) for span in (*found[-limit:], *held[:limit])]
        return SpanPage(shown, max(0, len(found) - limit), now)

    def decisions(self, limit: int = 200) -> list[Shown]:
        """The last decisions, the newest first."""
        return [shown_decision(decision) for decision in reversed(self._supervisor.decisions[-limit:])]

    def dead_letters(self, limit: int = 1_000) -> list[Shown]:
        """The last dead letters that can be sent again, the newest first; of their content what may be shown."""
        return [shown_letter(letter) for letter in reversed(self._system.dead_letters.recent()[-limit:])]

    def discard(self, number: int) -> None:
        """Let go of a dead letter. Raises KeyError if it is not kept."""
        self._system.dead_letters.take(number)

    def actor(self, child: str) -> Shown:
        """One in full. Blocks for a moment; raises ValueError for one that is not there."""
        return self._portraits.of(child)

    def states(self) -> dict[str, Shown]:
        """What each child holds and where it is in its code."""
        return {child.name: self._state(child.name) for child in self._system.statistics().children}

    def stack(self, child: str) -> str:
        """Where a child is in its code now. Raises ValueError for one that is not there."""
        return self._supervisor.stack(child)

    def order(self, order: str, child: str, reason: str) -> None:
        """Do one of ORDERS to a child, or to all of a pool. Raises ValueError with a sentence."""
        if order not in ORDERS:
            message = f"{order} is not an order; there are {', '.join(ORDERS)}"
            raise ValueError(message)
        getattr(self._supervisor, "stop_child" if order == "stop" else order)(child, reason)

    def cancel(self, child: str, number: int, reason: str) -> None:
        """Take one message back, by its number. Raises ValueError for an unknown child."""
        self._supervisor.cancel(child, number, reason)

    def resize(self, pool: str, instances: int, reason: str) -> None:
        """Give a pool so many members. Raises ValueError with a sentence."""
        self._supervisor.resize(pool, instances, reason)

    def replay(self, number: int, changes: Mapping[str, object] | None = None) -> None:
        """Send a dead letter again, edited or not. Raises KeyError if it is not kept, ValueError for a change."""
        self._system.replay(number, changes)

    def start_again(self) -> None:
        """Start the tree again after it was given up. Blocks until it stands."""
        self._start_again()

    def _state(self, child: str) -> Shown:
        life = self._supervisor.life_of(child)
        stack = life.stack() if life else ""
        return {**self._portraits.state(child, life), "stack": stack}
