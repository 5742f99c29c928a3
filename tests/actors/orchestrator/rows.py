"""What is stored, as a test wants it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from actors.orchestrator.reads import Jobs
from pipeline.ids import JobId
from pipeline.replay import Key
from pipeline.value import Value
from storage.errors import NotFoundError
from storage.stored import StoredJob, Tries


@dataclass
class Rows(Jobs):
    """What is stored, as a test wants it."""

    rows: dict[JobId, StoredJob] = field(default_factory=dict)
    heard: dict[Key, Value] = field(default_factory=dict)
    known: dict[Key, Tries] = field(default_factory=dict)
    fault: Exception | None = None

    def open_jobs(self) -> Sequence[JobId]:
        return list(self.rows)

    def readable_jobs(self) -> Mapping[JobId, StoredJob]:
        return self.rows

    def job(self, job: JobId) -> StoredJob:
        if job not in self.rows:
            raise NotFoundError(job)
        return self.rows[job]

    def recorded(self, job: JobId) -> Mapping[Key, Value]:
        del job
        if self.fault:
            raise self.fault
        return self.heard

    def tries(self, job: JobId) -> Mapping[Key, Tries]:
        del job
        return self.known
