"""When a failed attempt is tried again: exponential backoff with full jitter, and a limit.

Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class RetryPolicy:
    """Seconds and counts of one class of passing errors."""

    attempts: int = 6
    base_s: float = 0.5
    most_s: float = 30.0
    most_retry_after_s: float = 120.0

    def delay_s(self, failures: int, *, chance: float, retry_after_s: float | None = None) -> float | None:
        """Seconds to wait after that many failures in a row, or None to give up.

        `chance` is a random number from [0, 1). A server's Retry-After is a lower limit; one that is too long gives up.
        """
        if failures >= self.attempts or (retry_after_s or 0.0) > self.most_retry_after_s:
            return None
        backoff = chance * min(self.most_s, self.base_s * 2.0 ** (failures - 1))
        return max(backoff, retry_after_s or 0.0)
