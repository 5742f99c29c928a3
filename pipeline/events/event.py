"""What every event has in common, and its name on the wire."""

import re
from functools import cache

from pipeline.ids import JobId, ProjectId
from pipeline.value import Value

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Told(Value):
    """Anything sent on an event stream; its wire name is the class name split at its capitals."""

    project: ProjectId | None = None
    job: JobId | None = None
    step: str | None = None
    attempt: int | None = None
    at: str | None = None
    trace: str | None = None
    """What it all began with: the id of the turn that a person's message started, or of the job itself."""

    @classmethod
    @cache
    def wire_name(cls) -> str:
        """`ComponentBuildComplete` → `component.build.complete`."""
        return _CAPITAL.sub(".", cls.__name__).lower()


class Event(Told):
    """A fact: numbered per project and stored in the transaction of the change it tells of.

    Absolute, so that applying one twice does no harm. `at` is ISO 8601 in UTC, set when it is stored.
    """


class Update(Told):
    """A live update: true only now, not stored, not numbered; losing or repeating one does no harm."""
