"""Which commands of a job are under way, which wait for another try, and how often each has failed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.failures import ErrorContext
from pipeline.replay import Key
from pipeline.retry import POLICIES
from storage.stored import Tries

MOST_LOSSES = 3
"""A worker may die this often on one step of a job without progress; then the job is failed with its evidence."""


@dataclass
class Attempts:
    """`stored` is what earlier lives of process and actor left; times are seconds since the epoch."""

    stored: Mapping[Key, Tries]
    busy: set[Key] = field(default_factory=set)
    _tries: dict[Key, Tries] = field(default_factory=dict)
    _due: dict[Key, float] = field(default_factory=dict)

    @property
    def next_due(self) -> float | None:
        """When the first of those that wait is to be tried again."""
        return min(self._due.values(), default=None)

    def may_be_under_way(self, key: Key) -> bool:
        """Whether an attempt was begun of which nobody knows the end."""
        return key in self.stored and self.stored[key].under_way

    def begin(self, key: Key, *, again: bool) -> int:
        """The number of the attempt that begins; `again` repeats one that may still be under way."""
        tries = self._of(key)
        self._tries[key] = tries._replace(begun=tries.begun + (not again))
        self.busy.add(key)
        self._due.pop(key, None)
        return self._tries[key].begun

    def is_under_way(self, key: Key, attempt: int) -> bool:
        """Whether it is this attempt that is under way: the end of an earlier one may be told a second time."""
        return key in self.busy and self._of(key).begun == attempt

    def under_way(self) -> list[tuple[Key, int]]:
        """What is under way, with the number of the attempt."""
        return [(key, self._of(key).begun) for key in sorted(self.busy)]

    def settle(self, key: Key) -> None:
        """It has its reply."""
        self.busy.discard(key)
        self._due.pop(key, None)

    def fail(self, key: Key, error: ErrorContext, *, now: float, chance: float) -> float | None:
        """It failed for a passing reason: seconds until it is tried again, or None to give up."""
        tries = self._of(key)
        since = now if tries.failing_since is None else tries.failing_since
        self._tries[key] = tries._replace(failures=tries.failures + 1, failing_since=since)
        return POLICIES[error.error_class].delay_s(
            tries.failures + 1, chance=chance, elapsed_s=now - since, retry_after_s=error.retry_after_s
        )

    def lose(self, key: Key) -> int:
        """Whoever held it died; how often that has happened."""
        tries = self._of(key)
        self._tries[key] = tries._replace(losses=tries.losses + 1)
        return tries.losses + 1

    def postpone(self, keys: Iterable[Key], until: float) -> None:
        """Try these again, not before that time."""
        for key in keys:
            self.busy.discard(key)
            self._due[key] = until

    def hurry(self, now: float) -> None:
        """Whatever waits is to be tried now."""
        self._due = dict.fromkeys(self._due, now)

    def due(self, now: float) -> set[Key]:
        """Those to be tried again now."""
        return {key for key, due in self._due.items() if due <= now}

    def _of(self, key: Key) -> Tries:
        return self._tries.get(key) or self.stored.get(key) or Tries(0)
