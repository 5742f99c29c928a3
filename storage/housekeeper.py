"""Everything that concerns a data folder as a whole, one thing at a time: cleaning, backups, projects in and out."""

import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, cast

from pipeline.ids import ProjectId
from storage.artifacts import ArtifactStore
from storage.backup.backing_up import back_up
from storage.backup.manifest import Manifest
from storage.condition import Condition
from storage.database import FILE
from storage.entries import Entry, Written
from storage.reading.connections import ReadConnections
from storage.retention.cleaner import Cleaner, Removed
from storage.retention.policy import Policy
from storage.transfer.duplicating import duplicate_of
from storage.transfer.exporting import export
from storage.transfer.importing import import_of


def _as_it_is(entry: Entry) -> Entry:
    return entry


class Housekeeper:
    """Blocks; called from any thread. `write` has one entry written and answers after the commit.

    Every method raises StoreUnavailableError when the store does not answer.
    """

    def __init__(
        self,
        folder: Path,
        artifacts: ArtifactStore,
        write: Callable[[Entry], Written],
        *,
        policy: Policy,
        clock: Callable[[], float],
    ) -> None:
        self._folder = folder
        self._artifacts = artifacts
        self._clock = clock
        self._write = write
        self._connections = ReadConnections(folder / FILE, Condition())
        self._cleaner = Cleaner(folder, artifacts, write, policy=policy, clock=clock)
        self._one_at_a_time = threading.Lock()

    def close(self) -> None:
        """Let go of the database."""
        self._cleaner.close()
        self._connections.close()

    def spool(self) -> BinaryIO:
        """A file without a name on the disk of the data folder, gone when it is closed."""
        return cast("BinaryIO", tempfile.TemporaryFile(dir=self._folder))

    def clean(self, *, dry_run: bool) -> tuple[Removed, ...]:
        """Remove what has its time behind it, or only count it."""
        with self._one_at_a_time:
            return self._cleaner.clean(dry_run=dry_run)

    def back_up(self, target: BinaryIO) -> Manifest:
        """Write everything into one file."""
        with self._one_at_a_time:
            return back_up(self._folder, self._artifacts, target, self._clock)

    def export(self, project: ProjectId, target: BinaryIO) -> Manifest:
        """Write a project into one file. Raises NotFoundError."""
        with self._one_at_a_time:
            return export(self._connections, self._artifacts, project, target, self._clock)

    def duplicate(self, project: ProjectId, seed: str, wrapped: Callable[[Entry], Entry] = _as_it_is) -> ProjectId:
        """Store a copy of a project beside it; the same seed again is the same copy. Raises NotFoundError."""
        with self._one_at_a_time:
            entry = duplicate_of(self._connections, self._artifacts, project, seed, self._clock())
            self._write(wrapped(entry))
            return entry.project

    def take_in(self, source: BinaryIO, seed: str, wrapped: Callable[[Entry], Entry] = _as_it_is) -> ProjectId:
        """Store a project from a file as a copy; the same file and seed again are the same copy.

        Raises UnusableFileError and StoreTooNewError.
        """
        with self._one_at_a_time:
            entry = import_of(source, self._artifacts, seed)
            self._write(wrapped(entry))
            return entry.project
