"""A thousand actors that are not there, with five thousand messages a second: what a console shows of them."""

import random
import time
from collections.abc import Mapping

from pydantic import JsonValue

from server.console.console import Json

ACTORS, MESSAGES_PER_S = 1_000, 5_000
_POLICY: Json = {
    "restart": "permanent",
    "intensity": 5,
    "window_s": 30.0,
    "max_consecutive": 10,
    "in_window": 0,
    "consecutive": 0,
    "sentence": "0 of 5 in 30 s",
}


class Crowd:
    """Stands where an overview stands; the same seed tells the same."""

    up = True

    def __init__(self, seed: int = 7) -> None:
        self._chances = random.Random(seed)  # noqa: S311  # must be repeatable
        self._handled = [0] * ACTORS
        self._begun = time.time()
        self._told = 0
        self._spans = 0

    def snapshot(self) -> Json:
        """Everything now, after what was sent since last time."""
        now = time.time()
        due = int((now - self._begun) * MESSAGES_PER_S)
        for _ in range(due - self._told):
            self._handled[self._chances.randrange(ACTORS)] += 1
        self._told = due
        total = _ledger(sum(self._handled))
        return {
            "at": now,
            "up": True,
            "tracing": True,
            "children": [_child(number, handled) for number, handled in enumerate(self._handled)],
            "mailboxes": {f"actor_{number}": _mailbox(number, handled) for number, handled in enumerate(self._handled)},
            "waits": [],
            "abandoned": [],
            "total": total,
            "dead_letters": {},
            "stale_ticks": 0,
        }

    def spans(self, asked: Mapping[str, str], limit: int) -> list[Json]:
        """The last messages."""
        del asked
        return [self._span(self._told - at) for at in range(limit)]

    def spans_after(self, mark: object, asked: Mapping[str, str], limit: int) -> tuple[list[Json], int, object]:
        """The messages since last time, the last of them in full."""
        del mark, asked
        fresh, self._spans = self._told - self._spans, self._told
        shown: list[Json] = [self._span(self._told - at) for at in range(min(fresh, limit))]
        return shown, max(0, fresh - limit), self._told

    def _span(self, number: int) -> Json:
        now, to = time.time(), f"actor_{self._chances.randrange(ACTORS)}"
        return {
            "span": number,
            "parent": None,
            "trace": f"{number:x}",
            "label": "Note",
            "job": None,
            "attempt": 1,
            "sender": "outside",
            "address": to,
            "child": to,
            "incarnation": 1,
            "sent_at": now,
            "taken_at": now,
            "ended_at": now,
            "outcome": "handled",
        }


def _child(number: int, handled: int) -> JsonValue:
    name, busy = f"actor_{number}", handled % 3 == 0
    held: list[JsonValue] = [{"seq": handled, "label": "Note", "since": 0.0, "sender": None, "job": None}]
    return {
        "name": name,
        "address": name,
        "state": "running",
        "health": "working" if busy else "idle",
        "incarnation": 1,
        "restarts": 0,
        "in_hand": held if busy else [],
        "waits_for": [],
        "limit_s": 60.0,
        "restart_due": None,
        "policy": _POLICY,
    }


def _mailbox(number: int, handled: int) -> JsonValue:
    return {
        "address": f"actor_{number}",
        "ledger": _ledger(handled),
        "capacity": 10_000,
        "overflow": "block",
        "suspended": False,
        "sealed": False,
        "late_results": 0,
        "waiting": [],
    }


def _ledger(handled: int) -> Json:
    nothing: Json = dict.fromkeys(("failed", "dead", "refused", "waiting", "in_hand", "balance"), 0)
    return {"sent": handled, "handled": handled, **nothing}
