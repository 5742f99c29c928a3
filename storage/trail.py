"""A file of lines that is only appended to: what must be kept also while the database takes nothing."""

import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from pydantic import JsonValue

MOST_BYTES = 4 * 1024 * 1024


class Trail:
    """Used by any thread. Of more than `most_bytes` the older half is forgotten; a torn line is passed over."""

    def __init__(self, path: Path, most_bytes: int = MOST_BYTES) -> None:
        self._path = path
        self._older = path.with_suffix(".older")
        self._most_bytes = most_bytes
        self._guard = threading.Lock()

    def append(self, record: Mapping[str, JsonValue]) -> None:
        """Keep a record; raises OSError where the disk takes none."""
        line = (json.dumps(record, ensure_ascii=False) + "\n").encode()
        with self._guard:
            self._make_room(len(line))
            file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(file, line)
            finally:
                os.close(file)

    def set_aside(self) -> list[dict[str, JsonValue]]:
        """Put all that is kept aside, and give it back, oldest first; what is appended from now on stays apart."""
        with self._guard:
            if self._path.exists() and self._older.exists():
                self._older.write_bytes(self._older.read_bytes() + self._path.read_bytes())
                self._path.unlink()
            elif self._path.exists():
                self._path.replace(self._older)
            return list(_records_in(self._older))

    def forget(self) -> None:
        """What was set aside is kept elsewhere."""
        with self._guard:
            self._older.unlink(missing_ok=True)

    def _make_room(self, size: int) -> None:
        with suppress(FileNotFoundError):
            if self._path.stat().st_size + size > self._most_bytes / 2:
                self._path.replace(self._older)


def _records_in(path: Path) -> Iterator[dict[str, JsonValue]]:
    with suppress(FileNotFoundError):
        for line in path.read_bytes().splitlines():
            with suppress(ValueError):
                yield json.loads(line)
