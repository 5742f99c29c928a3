"""What an operator reads of the running actors and may do to them, as plain values: for a console that knows no actor.

Reading asks nobody: a busy or stuck actor is shown like any other. Every order has a reason and is recorded.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from enum import Enum

from pydantic import JsonValue, TypeAdapter

from actors.runtime import ActorSystem, Span, Supervisor

ORDERS = ("restart", "stop", "kill", "drain", "suspend", "resume", "step", "discard")
_JSON: TypeAdapter[dict[str, JsonValue]] = TypeAdapter(dict[str, JsonValue])


class Overview:
    """Thread-safe; the orders do not wait."""

    def __init__(self, system: ActorSystem, supervisor: Supervisor, start_again: Callable[[], None]) -> None:
        self._system = system
        self._supervisor = supervisor
        self._start_again = start_again

    def snapshot(self) -> dict[str, JsonValue]:
        """Everything now: the children in start order, the mailboxes, who waits for whom, the books in all.

        `at` is in seconds since the epoch, `clock` the same on the clock of spans, waits and restarts.
        """
        seen = self._system.statistics()
        letters = self._system.dead_letters.by_reason()
        return _plain(
            {
                "up": self._supervisor.up,
                "at": self._system.now(),
                "clock": self._system.clock(),
                "children": [asdict(child) for child in seen.children],
                "mailboxes": {name: asdict(queue) for name, queue in seen.queues.items()},
                "waits": [asdict(wait) for wait in seen.waits],
                "total": {**asdict(seen.total), "balance": seen.total.balance},
                "dead_letters": {reason.value: count for reason, count in letters.items()},
                "stale_ticks": seen.stale_ticks,
            }
        )

    def spans(self, limit: int = 500) -> list[dict[str, JsonValue]]:
        """What is in hand now, and what has ended last, the newest first."""
        ended = self._system.tracer.spans()[-limit:]
        return [_span(span) for span in (*self._system.open_spans(), *reversed(ended))]

    def decisions(self, limit: int = 200) -> list[dict[str, JsonValue]]:
        """The last decisions, the newest first."""
        return [_plain(asdict(decision)) for decision in reversed(self._supervisor.decisions[-limit:])]

    def dead_letters(self, limit: int = 200) -> list[dict[str, JsonValue]]:
        """The last dead letters that can be sent again, the newest first; of their content what may be shown."""
        return [
            _plain(
                {
                    "number": letter.number,
                    "reason": letter.reason,
                    "address": letter.address,
                    "label": letter.label,
                    "message": letter.redacted,
                    "sender": letter.sender,
                    "job": letter.job,
                    "trace": letter.trace,
                    "attempt": letter.attempt,
                    "at": letter.at,
                }
            )
            for letter in reversed(self._system.dead_letters.recent()[-limit:])
        ]

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


def _span(span: Span) -> dict[str, JsonValue]:
    return _plain(span._asdict())


def _plain(values: Mapping[str, object]) -> dict[str, JsonValue]:
    """Enums by their values, tuples as lists: nothing but what JSON knows."""
    return _JSON.validate_python({name: _value(value) for name, value in values.items()})


def _value(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(name): _value(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_value(part) for part in value]
    return value
