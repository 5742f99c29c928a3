"""What a jailed program is given: so much of everything, and these files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cell:
    """Sizes in bytes, time in seconds of the processor. The program itself and what it loads are always readable.

    `reads` and `writes` name files, or folders with all that is in them.
    """

    data_bytes: int = 768 * 1024 * 1024
    cpu_s: int = 20
    files_open: int = 64
    reads: Sequence[str] = ()
    writes: Sequence[str] = ()
    file_bytes: int = 0
    """How large a file may grow that it writes; files in memory count."""
    has_family: bool = False
    """Whether it may start itself again and talk to what it started, as a browser does. The world stays shut."""
    environment: Mapping[str, str] = field(default_factory=dict)
    pipes: Sequence[int] = ()
    """Descriptors of ours that it gets as 3, 4 and so on."""
    is_heard: bool = True
    """Whether its output and error output are kept to be read. Who reads neither says no: a full pipe would stop it."""
