"""What is refused before any parser sees it, and how much of everything a gate may use.

Nesting is counted without reading strings apart from code: brackets inside strings count too. It is there
to spare the parsers; what it misses is held by the limits of the child that parses.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from actors.gates.codes import finding
from actors.jail import Cell
from pipeline.findings import Finding


@dataclass(frozen=True)
class Limits:
    """Times in seconds of the wall clock (`cpu_s`: of the processor), sizes in bytes, `heap_mb` in megabytes."""

    source_bytes: int = 64 * 1024
    depth: int = 100
    parse_s: float = 5.0
    types_s: float = 5.0
    build_s: float = 5.0
    ready_s: float = 30.0
    frame_s: float = 2.0
    render_s: float = 8.0
    bundle_bytes: int = 512 * 1024
    output_bytes: int = 4 * 1024 * 1024
    heap_mb: int = 256
    data_bytes: int = 768 * 1024 * 1024
    cpu_s: int = 20

    def cell(self, reads: Sequence[str] = ()) -> Cell:
        """What a child of the gates is given, beside these files to read."""
        return Cell(data_bytes=self.data_bytes, cpu_s=self.cpu_s, reads=reads)


def refusals(source: str, limits: Limits) -> tuple[Finding, ...]:
    """Why a source is not even parsed; empty if it may be."""
    if not source.strip():
        return (finding("source.empty", "the source is empty"),)
    try:
        size = len(source.encode())
    except UnicodeEncodeError as error:
        return (finding("source.not-text", f"character {error.start} of the source is half of a surrogate pair"),)
    if size > limits.source_bytes:
        return (finding("source.too-large", f"the source has {size} bytes; at most {limits.source_bytes} are read"),)
    depth = max(_depth(source, _BRACKETS), _depth(source, _TAGS))
    if depth > limits.depth:
        return (finding("source.too-deep", f"the source nests {depth} levels deep; at most {limits.depth} are read"),)
    return ()


_BRACKETS = re.compile(r"(?P<opens>[(\[{])|[)\]}]")
_TAGS = re.compile(r"(?P<opens>(?<![\w$.)\]])<(?=[A-Za-z>]))|</|/>")
"""A tag opens where no name stands before it, so that `useState<number>` is none."""


def _depth(source: str, marks: re.Pattern[str]) -> int:
    turns = (1 if mark["opens"] else -1 for mark in marks.finditer(source))
    return max(accumulate(turns, _never_below_zero), default=0)


def _never_below_zero(depth: int, turn: int) -> int:
    return max(0, depth + turn)
