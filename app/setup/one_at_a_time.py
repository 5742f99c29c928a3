"""Lets one set-up work at a time in a checkout; a second one waits and says so.

The lock is held by an open file that every child inherits, so it is free only when the last child
of a killed set-up is gone as well: nobody clears a folder that an orphaned installer still fills.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def one_at_a_time(file: Path, say: Callable[[str], None]) -> Iterator[int]:
    """Hold the lock; yields the descriptor to hand to children."""
    file.parent.mkdir(parents=True, exist_ok=True)
    held = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _wait_for(held, say)
        os.truncate(held, 0)
        os.pwrite(held, str(os.getpid()).encode(), 0)
        yield held
    finally:
        os.close(held)


def _wait_for(held: int, say: Callable[[str], None]) -> None:
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(held, 32, 0).decode() or "unknown"
        say(f"another set-up is at work here (process {holder}); waiting for it")
        fcntl.flock(held, fcntl.LOCK_EX)
