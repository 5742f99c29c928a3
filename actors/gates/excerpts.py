"""The line of the source that a finding names, so that whoever reads it need not look it up."""

from collections.abc import Iterable

from pipeline.findings import Finding

_MOST = 160
"""Characters of a line that are shown, around the column."""


def with_excerpts(findings: Iterable[Finding], source: str) -> tuple[Finding, ...]:
    """The findings, each with its line of the source where it names one."""
    lines = source.split("\n")
    return tuple(found.model_copy(update={"excerpt": _excerpt(found, lines)}) for found in findings)


def _excerpt(found: Finding, lines: list[str]) -> str | None:
    if found.line is None or not 1 <= found.line <= len(lines):
        return None
    line, column = lines[found.line - 1], found.column or 1
    begins = 0 if len(line) <= _MOST else max(0, min(column - _MOST // 2, len(line) - _MOST))
    return line[begins : begins + _MOST].strip()
