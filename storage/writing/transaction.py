"""The open transaction as an entry sees it: SQL, the time, new ids, and numbers for events."""

from collections.abc import Callable, Sequence
from typing import Any

from peewee import SqliteDatabase
from pydantic_core import to_json

from pipeline.events import Event
from pipeline.events.wire import encode
from pipeline.ids import JobId, ProjectId
from storage.entries import StoredEvent
from storage.errors import NotFoundError
from storage.replies import Replies
from storage.sql import connection_of, run
from storage.timestamps import iso


class Transaction:
    """One batch's transaction; `now` is its time in seconds since the epoch, `new_id` makes an id of a prefix.

    `replies` says where the replies of checkpoints lie.
    """

    def __init__(
        self,
        database: SqliteDatabase,
        *,
        now: float,
        new_id: Callable[[str], str],
        replies: Replies,
    ) -> None:
        self.database = database
        self._connection = connection_of(database)
        self.now = now
        self.new_id = new_id
        self.replies = replies
        self._at = iso(now)
        self._traces: dict[JobId, str] = {}

    def run(self, sql: str, *values: object) -> int:
        """Change rows; returns how many."""
        return run(self._connection, sql, values).rowcount

    def row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """The only row of a query, or of a change with RETURNING."""
        found = run(self._connection, sql, values).fetchall()  # all: a change ends with its last row
        return found[0] if found else None

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return run(self._connection, sql, values).fetchall()

    def number(
        self, project: ProjectId, events: Sequence[Event], *, job: JobId | None = None
    ) -> tuple[StoredEvent, ...]:
        """Store events under the project's next numbers; those that name no job are `job`'s. Raises NotFoundError."""
        if not events:
            return ()
        row = self.row(
            "UPDATE project SET last_seq = last_seq + ?, updated_at = ? WHERE id = ? RETURNING last_seq",
            len(events),
            self.now,
            project,
        )
        if row is None:
            message = f"there is no project {project}"
            raise NotFoundError(message)
        first = row[0] - len(events) + 1
        return tuple(self._store(project, seq, event, job) for seq, event in enumerate(events, first))

    def _store(self, project: ProjectId, seq: int, event: Event, job: JobId | None) -> StoredEvent:
        job = event.job or job
        marks = {"project": project, "job": job, "at": self._at, "trace": event.trace or self._trace(job)}
        dated = event.model_copy(update=marks)
        data = encode(dated)
        self.run(
            "INSERT INTO event (project, seq, type, job, data, at) VALUES (?, ?, ?, ?, ?, ?)",
            project,
            seq,
            dated.wire_name(),
            job,
            data,
            self._at,
        )
        return StoredEvent(project, seq, dated, data)

    def _trace(self, job: JobId | None) -> str | None:
        """What the job began with: the turn that asked for it, or itself."""
        if job is None:
            return None
        if job not in self._traces:
            row = self.row("SELECT turn FROM job WHERE id = ?", job)
            self._traces[job] = (row and row[0]) or job
        return self._traces[job]


def json_text(value: object) -> str:
    """Plain values as JSON; what JSON has no word for (NaN, infinity) becomes null."""
    return to_json(value, inf_nan_mode="null").decode()
