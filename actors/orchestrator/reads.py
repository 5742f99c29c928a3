"""What the orchestrator reads of the store."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from pipeline.ids import JobId
from pipeline.replay import Key
from pipeline.value import Value
from storage.stored import StoredJob, Tries


class Jobs(Protocol):
    """What is read: the jobs as they are stored."""

    def open_jobs(self) -> Sequence[JobId]:
        """Every job that is open, oldest first."""

    def readable_jobs(self) -> Mapping[JobId, StoredJob]:
        """The same as they are stored, at once; one that cannot be read is left out."""

    def job(self, job: JobId) -> StoredJob:
        """One job. Raises NotFoundError."""

    def recorded(self, job: JobId) -> Mapping[Key, Value]:
        """Its checkpoints. Raises DefinitionMismatchError when one does not decode."""

    def tries(self, job: JobId) -> Mapping[Key, Tries]:
        """What is stored of the attempts of each command."""
