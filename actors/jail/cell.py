"""What a jailed program is given: so much of everything, and these files to read."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """Sizes in bytes, time in seconds of the processor. The program itself and what it loads are always readable."""

    data_bytes: int = 768 * 1024 * 1024
    cpu_s: int = 20
    files_open: int = 64
    reads: Sequence[str] = ()
