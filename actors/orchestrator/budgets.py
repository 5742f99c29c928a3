"""How many retries a model server gets in a second, from all jobs together: an outage must not become a storm."""

from collections import Counter, defaultdict

from storage.stored import StoredJob

RETRIES_PER_S = 5
"""After a thousand failures at once the retries are spread over 200 s."""


_MOST_SECONDS = 10_000


class RetryBudgets:
    """One budget per provider. A retry that finds its second full takes the next one with room; none is dropped."""

    def __init__(self, per_s: int = RETRIES_PER_S) -> None:
        self._per_s = per_s
        self._taken: defaultdict[str, Counter[int]] = defaultdict(Counter)
        self._onward: defaultdict[str, dict[int, int]] = defaultdict(dict)
        """Where to look on from a second that is full; shortened with each look."""

    def due(self, provider: str | None, wanted: float) -> float:
        """When a retry may come that was wanted at that time; what no provider is asked for comes when it is wanted."""
        if provider is None:
            return wanted
        second = self._with_room(provider, int(wanted))
        taken = self._taken[provider]
        taken[second] += 1
        if len(taken) > _MOST_SECONDS:
            self._forget_before(provider, int(wanted))
        if taken[second] == self._per_s:
            self._onward[provider][second] = second + 1
        return max(wanted, float(second))

    def keep(self, stored: StoredJob, now: float) -> None:
        """A retry that was planned in an earlier life keeps its place, unless that has passed."""
        if stored.next_retry_at is not None and stored.next_retry_at > now and stored.error is not None:
            self.due(stored.error.provider, stored.next_retry_at)

    def _forget_before(self, provider: str, second: int) -> None:
        """What lies in the past is of no use any more."""
        for seconds in (self._taken[provider], self._onward[provider]):
            for past in [past for past in seconds if past < second]:
                del seconds[past]

    def _with_room(self, provider: str, second: int) -> int:
        onward, passed = self._onward[provider], []
        while second in onward:
            passed.append(second)
            second = onward[second]
        for full in passed:
            onward[full] = second
        return second
