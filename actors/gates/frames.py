"""Which frames of a scene are looked at."""

_SHARES = (1 / 2, 1, 1 / 6, 0, 5 / 6, 1 / 3, 1 / 12, 2 / 3)
"""Shares of the way from the first frame to the last: both ends, the thirds, and between."""


def sampled(duration_frames: int) -> tuple[int, ...]:
    """At most eight frames, out of order: a frame must not depend on the one drawn before it."""
    last = duration_frames - 1
    return tuple(dict.fromkeys(round(share * last) for share in _SHARES))
