"""A project as one file: its rows and the artifacts that they name."""

import json
from collections.abc import Callable
from typing import Any, BinaryIO

from peewee import SqliteDatabase
from pydantic_core import to_json

from pipeline.ids import ProjectId, Sha256
from storage.artifacts import ArtifactStore
from storage.backup.manifest import NAME, Manifest
from storage.backup.tarring import TarWriter
from storage.errors import NotFoundError
from storage.migration import schema_version
from storage.reading.connections import ReadConnections
from storage.reading.rows import Row, found_rows
from storage.replies import Laid, Replies
from storage.retention.naming import names_in
from storage.retention.stocks import KEPT_EVENTS
from storage.timestamps import iso

ROWS = "rows.json"
_TOLD = ", ".join(f"'{kind}'" for kind in KEPT_EVENTS)

_EVENTS = f"""
SELECT event.* FROM event JOIN project ON project.id = event.project
WHERE project.id = ? AND (event.type IN ({_TOLD}) OR event.seq = project.last_seq) ORDER BY event.seq
"""  # noqa: S608  # names of ours

TABLES: dict[str, str] = {
    "project": "SELECT * FROM project WHERE id = ?",
    "job": "SELECT * FROM job WHERE project = ? ORDER BY number",
    "message": "SELECT * FROM message WHERE project = ? ORDER BY position",
    "scene": "SELECT * FROM scene WHERE project = ? ORDER BY position",
    "revision": "SELECT * FROM revision WHERE project = ? ORDER BY scene, number",
    "component": "SELECT component.* FROM component JOIN scene ON scene.id = component.id WHERE scene.project = ?",
    "checkpoint": "SELECT checkpoint.* FROM checkpoint JOIN job ON job.id = checkpoint.job WHERE job.project = ?",
    "event": _EVENTS,
    "asset": "SELECT * FROM asset WHERE project = ? ORDER BY created_at",
    "history": "SELECT * FROM history WHERE project = ? ORDER BY number",
}
"""Table → the rows of a project in it; in an order in which each row finds what it refers to."""


def export(
    connections: ReadConnections,
    artifacts: ArtifactStore,
    project: ProjectId,
    target: BinaryIO,
    clock: Callable[[], float],
) -> Manifest:
    """Write the project, as it is at one moment. Raises NotFoundError and StoreUnavailableError."""
    with connections.lend() as connection:
        version = schema_version(connection)
        rows = project_rows(connection, project, Replies(artifacts))
    if not rows["project"]:
        message = f"there is no project {project}"
        raise NotFoundError(message)
    text = to_json(rows).decode()
    named = sorted(Sha256(name) for name in names_in(text) if artifacts.size(Sha256(name)) is not None)
    manifest = Manifest(kind="project", schema_version=version, created_at=iso(clock()))
    tar = TarWriter(target)
    tar.add(NAME, manifest.model_dump_json().encode())
    for name in named:
        tar.add_artifact(artifacts, name)
    tar.add(ROWS, text.encode())
    tar.close()
    return manifest


def project_rows(connection: SqliteDatabase, project: ProjectId, replies: Replies) -> dict[str, list[Row]]:
    """All rows of a project, by table."""
    rows = {table: found_rows(connection, sql, project) for table, sql in TABLES.items()}
    return {**rows, "checkpoint": [_whole(row, replies) for row in rows["checkpoint"]]}


def rows_in(text: bytes) -> dict[str, list[dict[str, Any]]]:
    """The rows as they were written. Raises ValueError where it is something else."""
    found = json.loads(text)
    if not isinstance(found, dict) or set(found) - set(TABLES):
        message = "these are no rows of a project"
        raise ValueError(message)
    for rows in found.values():
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            message = "a table holds something else than rows"
            raise ValueError(message)
    return found


def _whole(row: Row, replies: Replies) -> Row:
    """A checkpoint with its reply in it, wherever that lies: a copy's ids are other ones, also in replies."""
    if row["reply_artifact"] is None:
        return row
    return {**row, "reply": replies.text(Laid(row["reply"], row["reply_artifact"])), "reply_artifact": None}
