"""What an operator reads of the store: any job, checkpoint and event, by filter; each answer is of one moment."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from pipeline.ids import JobId, ProjectId, Sha256
from storage.reading import sought
from storage.reading.connections import ReadConnections
from storage.replies import Replies

Row = dict[str, JsonValue]


@dataclass(frozen=True)
class OperatorReader:
    """Called in any thread. Raises StoreUnavailableError when the database cannot be read."""

    connections: ReadConnections
    replies: Replies

    def jobs(self, asked: Mapping[str, str], limit: int) -> list[Row]:
        """Jobs that fit, the newest first."""
        with self.connections.lend() as connection:
            return sought.job_rows(connection, asked, limit)

    def matched(self, asked: Mapping[str, str]) -> int:
        """How many jobs fit."""
        with self.connections.lend() as connection:
            return sought.matched_jobs(connection, asked)

    def job(self, job: JobId) -> Row:
        """One job. Raises NotFoundError."""
        with self.connections.lend() as connection:
            return sought.job_row(connection, job)

    def contents(self, job: JobId) -> Row:
        """What it was asked and what came of it. Raises NotFoundError."""
        with self.connections.lend() as connection:
            return sought.contents(connection, job)

    def checkpoints(self, job: JobId) -> list[Row]:
        """Every attempt with its command and its reply."""
        with self.connections.lend() as connection:
            return sought.checkpoint_rows(connection, job, self.replies)

    def events(self, asked: Mapping[str, str], limit: int) -> list[Row]:
        """Events that fit, the newest first."""
        with self.connections.lend() as connection:
            return sought.event_rows(connection, asked, limit)

    def is_transcript(self, name: Sha256) -> bool:
        """Whether this artifact is what was said to a model, or by it."""
        with self.connections.lend() as connection:
            return sought.is_transcript(connection, name)

    def first_video(self, project: ProjectId) -> Row:
        """The settings that a project began with. Raises NotFoundError."""
        with self.connections.lend() as connection:
            return sought.first_video(connection, project)

    def row_counts(self) -> dict[str, int]:
        """How many rows the larger tables hold."""
        with self.connections.lend() as connection:
            return sought.row_counts(connection)

    def artifact_bytes(self) -> int:
        """How large all artifacts are together."""
        with self.connections.lend() as connection:
            return sought.artifact_bytes(connection)
