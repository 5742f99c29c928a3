"""How long what is stored is kept: by age and by size, whichever is reached first, the oldest going first."""

import re
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

Class = Literal["events", "transcripts", "jobs", "artifacts", "keys", "records", "deleted"]
"""What is kept: events; what was asked of the world and why attempts failed, of jobs that ended; all else that such
jobs recorded; files that nothing in the database names; idempotency keys; records of the running system; projects
that were deleted."""

CLASSES: tuple[Class, ...] = get_args(Class)

DAY_S = 24 * 3600.0
MIB = 1024 * 1024
YOUNGEST_S = 3600.0
"""What is younger than this is never removed, whatever the policy: it may be about to be named."""

_RULE = re.compile(r"(?P<kind>[a-z]+)(?P<limits>(\s+(\d+(d|h|MB)|always))+)")
_UNITS = {"d": DAY_S, "h": 3600.0}


@dataclass(frozen=True)
class Keep:
    """At most this old and at most this much; None is without limit."""

    age_s: float | None = None
    size_bytes: int | None = None


@dataclass(frozen=True)
class Policy:
    """How long each class is kept."""

    events: Keep = field(default=Keep(30 * DAY_S, 256 * MIB))
    transcripts: Keep = field(default=Keep(30 * DAY_S, 512 * MIB))
    jobs: Keep = field(default=Keep(90 * DAY_S, 1024 * MIB))
    artifacts: Keep = field(default=Keep(7 * DAY_S, 1024 * MIB))
    keys: Keep = field(default=Keep(7 * DAY_S, 64 * MIB))
    records: Keep = field(default=Keep(90 * DAY_S, 64 * MIB))
    deleted: Keep = field(default=Keep(30 * DAY_S, 1024 * MIB))

    def of(self, kind: Class) -> Keep:
        """How long that class is kept."""
        keep: Keep = getattr(self, kind)
        return keep

    @classmethod
    def parse(cls, text: str) -> "Policy":
        """`events 30d 256MB; jobs always`: what is not named keeps its default. Raises ValueError with a sentence."""
        rules = [_parsed(rule.strip()) for rule in text.split(";") if rule.strip()]
        return replace(cls(), **dict(rules))


def _parsed(rule: str) -> tuple[str, Keep]:
    match = _RULE.fullmatch(rule)
    if match is None or match["kind"] not in CLASSES:
        known = ", ".join(CLASSES)
        message = f"{rule!r} says nothing of how long to keep; write 'events 30d 256MB' or 'jobs always', of {known}"
        raise ValueError(message)
    limits = match["limits"].split()
    ages = [float(limit[:-1]) * _UNITS[limit[-1]] for limit in limits if limit[-1] in _UNITS]
    sizes = [int(limit[:-2]) * MIB for limit in limits if limit.endswith("MB")]
    return match["kind"], Keep(ages[0] if ages else None, sizes[0] if sizes else None)
