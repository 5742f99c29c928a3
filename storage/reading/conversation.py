"""The conversation of a project: as people see it, and as the model is told of it."""

import json

from peewee import SqliteDatabase

from pipeline.chat import ChatMessage
from pipeline.events import MessageView
from pipeline.ids import MessageId, ProjectId
from storage import models
from storage.reading.doings import Doings, doings
from storage.reading.rows import Row, all_rows, one_row
from storage.timestamps import iso

_Message = models.Message


def messages(database: SqliteDatabase, project: ProjectId) -> tuple[MessageView, ...]:
    """Every message in order."""
    query = _Message.select().where(_Message.project == project).order_by(_Message.position)
    done = doings(database, project)
    return tuple(message_of(row, done.get(row["job"], Doings())) for row in all_rows(database, query))


def history(database: SqliteDatabase, project: ProjectId, before: MessageId) -> tuple[ChatMessage, ...]:
    """The finished messages with a text that came before that one. Raises NotFoundError for an unknown message."""
    ours = _Message.project == project
    here = _Message.select(_Message.position).where(ours & (_Message.id == before))
    position = one_row(database, here, f"there is no message {before} in project {project}")["position"]
    earlier = ours & (_Message.position < position) & (_Message.done == 1) & (_Message.content != "")
    rows = all_rows(database, _Message.select().where(earlier).order_by(_Message.position))
    return tuple(ChatMessage(role=row["role"], content=row["content"]) for row in rows)


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
    )
