"""Jobs as they are stored, each read once while one message is taken, and all at once when they are taken up."""

from collections.abc import Sequence

from actors.orchestrator.reads import Jobs
from pipeline.ids import JobId
from storage.stored import StoredJob


class Seen:
    """What was read since `forget`."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._rows: dict[JobId, StoredJob] = {}

    def forget(self) -> None:
        """Another message: what was read for the one before may have changed."""
        self._rows = {}

    def all_open(self) -> Sequence[JobId]:
        """Every job that somebody must work on, oldest first; their rows are read with them."""
        self._rows = dict(self._jobs.readable_jobs())
        return self._jobs.open_jobs()

    def job(self, job: JobId) -> StoredJob:
        """One job. Raises NotFoundError."""
        if job not in self._rows:
            self._rows[job] = self._jobs.job(job)
        return self._rows[job]
