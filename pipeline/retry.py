"""When a failed attempt is tried again: exponential backoff with full jitter, limited in attempts and in time.

Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.failures import ErrorClass


@dataclass(frozen=True)
class RetryPolicy:
    """Seconds and counts of one class of passing errors; `elapsed_s` is counted from the first attempt that failed."""

    attempts: int = 6
    elapsed_s: float = 900.0
    base_s: float = 0.5
    most_s: float = 30.0
    most_retry_after_s: float = 120.0

    def delay_s(
        self, failures: int, *, chance: float, elapsed_s: float = 0.0, retry_after_s: float | None = None
    ) -> float | None:
        """Seconds to wait after that many failures in a row, or None to give up.

        `chance` is a random number from [0, 1). A server's Retry-After is a lower limit; one that is too long gives up.
        """
        asked_s = retry_after_s or 0.0
        if failures >= self.attempts or asked_s > self.most_retry_after_s:
            return None
        backoff_s = chance * min(self.most_s, self.base_s * 2.0 ** (failures - 1))
        delay_s = max(backoff_s, asked_s)
        return delay_s if elapsed_s + delay_s <= self.elapsed_s else None


POLICIES: Mapping[ErrorClass, RetryPolicy] = {
    ErrorClass.TRANSIENT: RetryPolicy(),
    ErrorClass.RATE_LIMITED: RetryPolicy(attempts=10, elapsed_s=1800.0, base_s=2.0, most_s=60.0),
    ErrorClass.TIMEOUT: RetryPolicy(attempts=4, elapsed_s=2700.0, base_s=1.0),
    ErrorClass.STORE_UNAVAILABLE: RetryPolicy(attempts=30, elapsed_s=3600.0, base_s=1.0),
}
"""How each passing class is tried again; what is not here fails at once, but for crashed workers (tried at once)."""


def is_passing(error_class: ErrorClass) -> bool:
    """Whether another try may help."""
    return error_class in POLICIES
