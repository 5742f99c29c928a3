"""Answers questions about what is stored, from any thread; each answer is of one moment."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.commands import Recollection
from pipeline.events import Snapshot
from pipeline.ids import JobId, MessageId, ProjectId, Sha256
from pipeline.jobs import JobView
from pipeline.replay import Key
from pipeline.value import Value
from storage.artifacts import FOLDER, ArtifactStore
from storage.books import Books
from storage.condition import Condition
from storage.database import FILE
from storage.operator_reader import OperatorReader
from storage.reading import (
    checkpoints,
    conversation,
    events,
    history,
    jobs,
    keys,
    projects,
    records,
    stills,
)
from storage.reading.connections import ReadConnections
from storage.records import NoteAction, NoteDeadLetter, NoteDecision
from storage.replies import Replies
from storage.sql import execute
from storage.stored import (
    EventPage,
    EventRow,
    FramePage,
    KnownKey,
    NotedStream,
    Place,
    StoredCheckpoint,
    StoredJob,
    Tries,
)
from storage.video_reader import VideoReader

_EVENTS_AFTER = """
SELECT seq, type, data FROM event
WHERE project = ? AND seq > MAX((SELECT horizon FROM project WHERE id = ?), ?) ORDER BY seq LIMIT ?
"""


class Reader(VideoReader):
    """Reads the database of a data folder while its writer writes.

    Raises NotFoundError for an id there is nothing of, StoreUnavailableError when the database cannot be read, and
    DefinitionMismatchError for a row that holds what cannot be read.
    """

    def __init__(
        self, folder: Path, condition: Condition | None = None, artifacts: ArtifactStore | None = None
    ) -> None:
        super().__init__(ReadConnections(folder / FILE, condition or Condition()))
        self._replies = Replies(artifacts or ArtifactStore(folder / FOLDER, condition))
        self.books = Books(self._connections)
        self.operator = OperatorReader(self._connections, self._replies)

    def close(self) -> None:
        """Close the connections; what is asked afterwards is refused with StoreUnavailableError."""
        self._connections.close()

    def snapshot(self, project: ProjectId) -> Snapshot:
        """The whole state of a project and the number of the last event in it."""
        with self._connections.lend() as connection:
            projects.check_there(connection, project)
            whole = projects.bare_project(connection, project)
            return Snapshot(
                project=project,
                seq=projects.last_seq(connection, project),
                video=whole.video,
                scenes=whole.scenes,
                messages=conversation.messages(connection, project),
                jobs=jobs.shown_jobs(connection, project),
                history=history.history(connection, project),
                stills=stills.shown_stills(connection, project),
                assets=whole.assets,
            )

    def recollection(self, project: ProjectId, before: MessageId) -> Recollection:
        """The project, and what was said before that message."""
        with self._connections.lend() as connection:
            whole = projects.project_with_sources(connection, project)
            return conversation.recollection(connection, whole, before)

    def project_of(self, message: MessageId) -> ProjectId:
        """The project in whose conversation the message stands."""
        with self._connections.lend() as connection:
            return conversation.project_of(connection, message)

    def job(self, job: JobId) -> StoredJob:
        """The job as its row has it."""
        with self._connections.glance() as connection:
            return jobs.stored_job(connection, job)

    def job_view(self, job: JobId) -> JobView:
        """The job as people see it."""
        with self._connections.lend() as connection:
            return jobs.job_view(connection, job)

    def job_counts(self) -> list[tuple[str, str, int]]:
        """How many jobs there are of each kind and status."""
        with self._connections.lend() as connection:
            return jobs.counts(connection)

    def open_jobs(self) -> list[JobId]:
        """The jobs that somebody must work on, oldest first: open ones, and those a person wants to go on."""
        with self._connections.lend() as connection:
            return jobs.open_jobs(connection)

    def readable_jobs(self) -> dict[JobId, StoredJob]:
        """The same as their rows have them; one whose row cannot be read is left out."""
        with self._connections.lend() as connection:
            return jobs.readable_jobs(connection)

    def recorded(self, job: JobId) -> dict[Key, Value]:
        """The replies that the job's flow hears again. Raises DefinitionMismatchError when one cannot be read."""
        with self._connections.glance() as connection:
            return checkpoints.recorded(connection, job, self._replies)

    def tries(self, job: JobId) -> dict[Key, Tries]:
        """What is stored of the attempts of each command of the job."""
        with self._connections.glance() as connection:
            return checkpoints.tries(connection, job)

    def draft(self, job: JobId) -> str | None:
        """The source that the component job built last, or None before the first build."""
        with self._connections.lend() as connection:
            return checkpoints.draft(connection, job)

    def checkpoints(self, job: JobId) -> list[StoredCheckpoint]:
        """Every attempt of every command of the job, in the order they began."""
        with self._connections.lend() as connection:
            return checkpoints.checkpoints(connection, job)

    def events_after(self, project: ProjectId, seq: int, limit: int) -> list[EventRow]:
        """The events numbered after `seq`, in order, at most `limit`; none from below the horizon.

        Where the first is not `seq + 1`, those between are gone. The last event of a project never goes.
        """
        with self._connections.lend() as connection:
            found = execute(connection, _EVENTS_AFTER, project, project, seq, limit)
            return [EventRow(*row) for row in found.fetchall()]

    def place(self, project: ProjectId) -> Place:
        """Where the history of the project begins and ends."""
        with self._connections.lend() as connection:
            projects.check_there(connection, project)
            return events.place(connection, project)

    def frames_after(self, project: ProjectId, seq: int, limit: int) -> FramePage:
        """The events numbered after `seq`, at most `limit`, as the bytes that a stream sends."""
        with self._connections.lend() as connection:
            return events.frames_after(connection, project, seq, limit)

    def rows_after(self, project: ProjectId, seq: int, limit: int, job: JobId | None = None) -> EventPage:
        """The events numbered after `seq`, at most `limit`, of one job alone if one is given."""
        with self._connections.lend() as connection:
            return events.rows_after(connection, project, seq, limit, job)

    def noted_streams(self, limit: int) -> tuple[NotedStream, ...]:
        """How far each stream was sent, as it was noted, the latest first."""
        with self._connections.lend() as connection:
            return events.noted_streams(connection, limit)

    def last_seq(self, project: ProjectId) -> int:
        """The number of the project's last event, 0 before the first."""
        with self._connections.lend() as connection:
            return projects.last_seq(connection, project)

    def horizon(self, project: ProjectId) -> int:
        """The number up to which the project's events may be gone, 0 while all are there.

        Who has heard up to here, or further, goes on; who has heard less needs a snapshot.
        """
        with self._connections.lend() as connection:
            return projects.horizon(connection, project)

    def history_epoch(self) -> str:
        """The name of this history, 8 hex digits; a cursor of another history is no cursor of this one."""
        with self._connections.lend() as connection:
            row = execute(connection, "SELECT value FROM meta WHERE key = 'history_epoch'").fetchone()
            return str(row[0])

    def names_artifact(self, name: Sha256) -> bool:
        """Whether the database counts on this artifact."""
        with self._connections.lend() as connection:
            return execute(connection, "SELECT 1 FROM artifact WHERE sha256 = ?", name).fetchone() is not None

    def known_key(self, key: str) -> KnownKey | None:
        """What an idempotency key led to, or None where it is new."""
        with self._connections.lend() as connection:
            return keys.known_key(connection, key)

    def dead_letters(self, limit: int) -> Sequence[NoteDeadLetter]:
        """The last messages that no actor handled, the newest first."""
        with self._connections.lend() as connection:
            return records.dead_letters(connection, limit)

    def decisions(self, limit: int) -> Sequence[NoteDecision]:
        """The last decisions of the supervisor, the newest first."""
        with self._connections.lend() as connection:
            return records.decisions(connection, limit)

    def actions(self, limit: int) -> Sequence[NoteAction]:
        """The last things that operators did, the newest first."""
        with self._connections.lend() as connection:
            return records.actions(connection, limit)
