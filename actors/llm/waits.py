"""How long a server asks us to wait, from the headers that say so."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_NUMBER = re.compile(r"\d+(\.\d+)?")
_SPAN = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)")
_UNITS_S = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_KINDS = ("requests", "tokens")


def retry_after_s(headers: Mapping[str, str], *, now: datetime | None = None) -> float | None:
    """What Retry-After says (milliseconds, seconds or a date); without it, when the used-up limit is renewed."""
    in_ms, value = headers.get("retry-after-ms", ""), headers.get("retry-after", "")
    if _NUMBER.fullmatch(in_ms):
        return float(in_ms) / 1000
    if _NUMBER.fullmatch(value):
        return float(value)
    return _until(value, now or datetime.now(UTC)) if value else spent_for_s(headers)


def spent_for_s(headers: Mapping[str, str]) -> float | None:
    """Seconds until a limit is renewed of which nothing remains; None while something does."""
    waits = [
        span_s(headers.get(f"x-ratelimit-reset-{kind}", ""))
        for kind in _KINDS
        if headers.get(f"x-ratelimit-remaining-{kind}") == "0"
    ]
    return max((wait for wait in waits if wait is not None), default=None)


def span_s(value: str) -> float | None:
    """`6m0s`, `120ms`, `1.5s` or a number of seconds."""
    if _NUMBER.fullmatch(value):
        return float(value)
    parts = _SPAN.findall(value)
    if not parts or "".join(number + unit for number, unit in parts) != value:
        return None
    return sum(float(number) * _UNITS_S[unit] for number, unit in parts)


def _until(date: str, now: datetime) -> float | None:
    try:
        due = parsedate_to_datetime(date)
    except ValueError:
        return None
    due = due if due.tzinfo else due.replace(tzinfo=UTC)
    return max(0.0, (due - now).total_seconds())
