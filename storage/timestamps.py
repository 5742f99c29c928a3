"""Points in time: seconds since the epoch inside, ISO 8601 in UTC with milliseconds outside."""

from datetime import UTC, datetime
from typing import overload


@overload
def iso(seconds: float) -> str: ...
@overload
def iso(seconds: None) -> None: ...
def iso(seconds: float | None) -> str | None:
    """`2026-11-22T13:08:00.000Z`; None stays None."""
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def seconds(text: str) -> float:
    """The same back: seconds since 1970."""
    return datetime.fromisoformat(text).timestamp()
