"""A disk that takes nothing, on purpose: for the database and for the artifacts."""

import errno
from collections.abc import Callable, Sequence
from pathlib import Path

from peewee import OperationalError

from app.telemetry.telling_writer import TellingWriter
from storage.entries import Entry, Refused, Written


class BreakableWriter(TellingWriter):
    """A writer whose disk is full whenever `is_full` says so; it takes the error as it takes a real one."""

    is_full: Callable[[], object] | None = None

    def _write(self, entries: Sequence[Entry]) -> list[Written | Refused]:
        if self.is_full is not None and self.is_full():
            self._doubt = None  # nothing of this batch was begun
            message = "database or disk is full (on purpose)"
            raise OperationalError(message)
        return super()._write(entries)


def renaming(is_full: Callable[[], object]) -> Callable[[Path, Path], object]:
    """How an artifact gets its name, on that disk."""

    def rename(source: Path, target: Path) -> object:
        if is_full():
            raise OSError(errno.ENOSPC, "no space left on the device (on purpose)")
        return source.replace(target)

    return rename
