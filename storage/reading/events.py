"""Pages of a project's history, for streams that read on behind their cursor.

A page is read in one transaction with the place it belongs to, so that a stream knows whether something before it is
gone (below the horizon of retention) and whether anything is left to read.
"""

from peewee import SqliteDatabase

from pipeline.ids import JobId, ProjectId
from storage.errors import NotFoundError
from storage.sql import execute
from storage.stored import EventPage, EventRow, FramePage, NotedStream, Place

_PLACE = "SELECT horizon, last_seq FROM project WHERE id = ?"
_HISTORY = "SELECT value FROM meta WHERE key = 'history_epoch'"

# Frames are put together by the database, which does so beside the event loop, and lets other threads run meanwhile.
_FRAMES = """
SELECT MAX(seq), CAST(? || GROUP_CONCAT(seq || ? || type || ? || data, ?) || ? AS BLOB)
FROM (SELECT seq, type, data FROM event WHERE project = ? AND seq > ? ORDER BY seq LIMIT ?)
"""
_ROWS = "SELECT seq, type, data FROM event WHERE project = ? AND seq > ? ORDER BY seq LIMIT ?"
ROWS_OF_JOB = "SELECT seq, type, data FROM event WHERE job = ? AND seq > ? AND project = ? ORDER BY seq LIMIT ?"

# A stream of another history lacks all of this one's; so does one whose cursor says nothing.
_NOTED = """
SELECT id, project, last_event_id, connected_at, seen_at, last_seq - CASE
    WHEN last_event_id LIKE (SELECT value FROM meta WHERE key = 'history_epoch') || '.%'
    THEN CAST(SUBSTR(last_event_id, INSTR(last_event_id, '.') + 1) AS INTEGER) ELSE 0 END
FROM (
    SELECT sse_stream.*, project.last_seq FROM sse_stream JOIN project ON project.id = sse_stream.project
    ORDER BY seen_at DESC LIMIT ?
)
"""


def place(database: SqliteDatabase, project: ProjectId) -> Place:
    """Where the project's history begins and ends. Raises NotFoundError."""
    row = execute(database, _PLACE, project).fetchone()
    if row is None:
        message = f"there is no project {project}"
        raise NotFoundError(message)
    return Place(str(execute(database, _HISTORY).fetchone()[0]), *row)


def frames_after(database: SqliteDatabase, project: ProjectId, seq: int, limit: int) -> FramePage:
    """The events numbered after `seq`, at most `limit`, as they are sent."""
    here = place(database, project)
    name = f"id: {here.epoch}."
    around = (name, "\nevent: ", "\ndata: ", f"\n\n{name}", "\n\n")
    upto, frames = execute(database, _FRAMES, *around, project, seq, limit).fetchone()
    return FramePage(here, bytes(frames or b""), seq if upto is None else upto)


def rows_after(
    database: SqliteDatabase, project: ProjectId, seq: int, limit: int, job: JobId | None = None
) -> EventPage:
    """The same as rows; of one job alone if one is given, and then up to the end of what was looked through."""
    here = place(database, project)
    if job is None:
        found = execute(database, _ROWS, project, seq, limit).fetchall()
    else:
        found = execute(database, ROWS_OF_JOB, job, seq, project, limit).fetchall()
    rows = tuple(EventRow(*row) for row in found)
    return EventPage(here, rows, rows[-1].seq if len(rows) == limit else max(seq, here.last_seq))


def noted_streams(database: SqliteDatabase, limit: int) -> tuple[NotedStream, ...]:
    """The streams that were noted last, the latest first."""
    found = execute(database, _NOTED, limit).fetchall()
    return tuple(NotedStream(*row) for row in found)
