"""The conversation of a project: as people see it, and as the model is told of it."""

import json

from peewee import SqliteDatabase

from pipeline.chat import ChatMessage, Summary
from pipeline.commands import Recollection
from pipeline.events import MessageView
from pipeline.ids import MessageId, ProjectId
from pipeline.pointing import Pointed
from pipeline.project import Project
from storage import models
from storage.reading.doings import Doings, doings
from storage.reading.rows import Row, all_rows, one_row
from storage.sql import execute
from storage.timestamps import iso

_Message = models.Message

_LAST_SUMMARY = """
SELECT result FROM job
WHERE project = ? AND kind = 'turn' AND status = 'completed' AND result LIKE '%"summary":{%'
ORDER BY number DESC LIMIT 1
"""


def messages(database: SqliteDatabase, project: ProjectId) -> tuple[MessageView, ...]:
    """Every message in order."""
    query = _Message.select().where(_Message.project == project).order_by(_Message.position)
    done = doings(database, project)
    return tuple(message_of(row, done.get(row["job"], Doings())) for row in all_rows(database, query))


def recollection(database: SqliteDatabase, project: Project, before: MessageId) -> Recollection:
    """The project with what was said before that message: a summary of the oldest, and the finished entries after it.

    Raises NotFoundError for an unknown message.
    """
    until = _position(database, project.id, before)
    summary = _summary(database, project.id)
    start = _position(database, project.id, summary.until) if summary else 0
    if summary is None or start >= until:
        summary, start = None, 0  # it covers what is answered now: a turn that is resumed
    ours = (_Message.project == project.id) & _Message.position.between(start + 1, until - 1)
    finished = ours & (_Message.done == 1) & (_Message.content != "")
    rows = all_rows(database, _Message.select().where(finished).order_by(_Message.position))
    said = tuple(ChatMessage(role=row["role"], content=row["content"]) for row in rows)
    return Recollection(project=project, history=said, ids=tuple(row["id"] for row in rows), summary=summary)


def project_of(database: SqliteDatabase, message: MessageId) -> ProjectId:
    """The project of a message. Raises NotFoundError."""
    query = _Message.select(_Message.project).where(_Message.id == message)
    row = one_row(database, query, f"there is no message {message}")
    return ProjectId(row["project"])


def message_of(row: Row, done: Doings) -> MessageView:
    """The message that a row holds, with what was done while it was written."""
    return MessageView(
        id=row["id"],
        role=row["role"],
        content=row["content"],
        done=bool(row["done"]),
        job=row["job"],
        created_at=iso(row["created_at"]),
        tools=tuple(done.tools.values()),
        plan=done.plan,
        attachments=tuple(json.loads(row["attachments"])),
        pointed=Pointed.model_validate_json(row["pointed"]) if row["pointed"] else None,
    )


def _position(database: SqliteDatabase, project: ProjectId, message: MessageId) -> int:
    query = _Message.select(_Message.position).where((_Message.project == project) & (_Message.id == message))
    return int(one_row(database, query, f"there is no message {message} in project {project}")["position"])


def _summary(database: SqliteDatabase, project: ProjectId) -> Summary | None:
    """The last summary that a turn made."""
    row = execute(database, _LAST_SUMMARY, project).fetchone()
    return Summary.model_validate(json.loads(row[0])["summary"]) if row else None
