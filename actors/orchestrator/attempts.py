"""Which commands of a job are under way, which wait for another try, and how often each has failed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.failures import ErrorContext
from pipeline.replay import Key
from pipeline.retry import POLICIES

MOST_LOSSES = 3
"""A worker may die this often on one step of a job without progress; then the job is failed with its evidence."""


@dataclass
class Attempts:
    """`begun` counts the attempts of each command, those of earlier epochs too; times are seconds since the epoch."""

    begun: Counter[Key]
    busy: set[Key] = field(default_factory=set)
    _due: dict[Key, float] = field(default_factory=dict)
    _failures: Counter[Key] = field(default_factory=Counter)
    _losses: Counter[Key] = field(default_factory=Counter)

    @property
    def next_due(self) -> float | None:
        """When the first of those that wait is to be tried again."""
        return min(self._due.values(), default=None)

    def begin(self, key: Key, *, again: bool) -> int:
        """The number of the attempt that begins; `again` repeats one that may still be under way."""
        self.begun[key] += not again
        self.busy.add(key)
        self._due.pop(key, None)
        return self.begun[key]

    def settle(self, key: Key) -> None:
        """It has its reply."""
        self.busy.discard(key)
        self._due.pop(key, None)

    def fail(self, key: Key, error: ErrorContext, *, chance: float) -> float | None:
        """It failed for a passing reason: seconds until it is tried again, or None to give up."""
        self._failures[key] += 1
        policy = POLICIES[error.error_class]
        return policy.delay_s(self._failures[key], chance=chance, retry_after_s=error.retry_after_s)

    def lose(self, key: Key) -> int:
        """Whoever held it died; how often that has happened."""
        self._losses[key] += 1
        return self._losses[key]

    def postpone(self, keys: Iterable[Key], until: float) -> None:
        """Try these again, not before that time."""
        for key in keys:
            self.busy.discard(key)
            self._due[key] = until

    def due(self, now: float) -> set[Key]:
        """Those to be tried again now."""
        return {key for key, due in self._due.items() if due <= now}
