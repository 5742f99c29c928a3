"""What a check found, and its verdict."""

from enum import StrEnum

from pydantic import Field, JsonValue

from pipeline.ids import Sha256
from pipeline.value import Value


class Severity(StrEnum):
    """An error is repaired before anything is shown; a warning is shown beside it; an info says what was mended."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(Value):
    """One thing a check found: a stable code, where it is, and how to mend it."""

    code: str
    message: str
    severity: Severity = Severity.ERROR
    line: int | None = None
    column: int | None = None
    frame: int | None = None
    excerpt: str | None = None
    """The line of the source, where one is named."""
    hint: str = ""


class Verdict(Value):
    """The answer of a gate: accepted or not, with its findings, and the bundle once there is one."""

    accepted: bool
    findings: tuple[Finding, ...] = ()
    bundle: Sha256 | None = None
    source: str | None = None
    """The source as a gate has mended it, where it did: this is what the bundle was made from."""
    report: dict[str, JsonValue] = Field(default_factory=dict)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that must be repaired."""
        return tuple(found for found in self.findings if found.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that are shown and not repaired by themselves."""
        return tuple(found for found in self.findings if found.severity is Severity.WARNING)

    def repeats(self, earlier: "Verdict | None") -> bool:
        """Whether the same errors came back, so that another repair of this kind is no use."""
        return earlier is not None and _signature(self) == _signature(earlier)


def _signature(verdict: Verdict) -> frozenset[tuple[str, str]]:
    return frozenset((found.code, found.message) for found in verdict.errors)
