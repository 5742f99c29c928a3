"""Messages: how they are accepted, and how an answer grows."""

from pipeline.assets import Asset
from pipeline.events import Event, JobQueued, MessageComplete, MessageCreated, MessageView
from pipeline.ids import JobId, MessageId, ProjectId
from pipeline.jobs import TURN_DEFINITION, JobStatus, TurnBrief
from storage.entries import AcceptMessage, Written
from storage.errors import ConflictError
from storage.timestamps import iso
from storage.writing.assets import known_assets
from storage.writing.ownership import Owned
from storage.writing.projects import require_project
from storage.writing.queue import QueuedJob, queue_job
from storage.writing.transaction import Transaction, json_text

_STORE = """
INSERT INTO message (id, project, position, role, author, content, done, job, attachments, pointed, created_at)
SELECT ?, ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM message WHERE project = ?
"""


def accept_message(transaction: Transaction, entry: AcceptMessage) -> Written:
    """Store message, answer and job, or answer as the first time. Raises NotFoundError and ConflictError."""
    require_project(transaction, entry.project)
    first = _first_job(transaction, entry)
    if first is not None:
        return Written(job=first)
    brief = brief_of(entry, known_assets(transaction, entry.project, entry.attachments))
    answer, key = entry.assistant_message, entry.idempotency_key
    queue_job(transaction, QueuedJob(entry.job, "turn", entry.project, brief, message=answer, idempotency_key=key))
    messages = _store_messages(transaction, entry)
    events: list[Event] = [MessageCreated(message=message) for message in messages]
    events.append(JobQueued(kind="turn"))
    return Written(events=transaction.number(entry.project, events, job=entry.job), job=entry.job)


def brief_of(entry: AcceptMessage, attached: tuple[Asset, ...] = ()) -> TurnBrief:
    """The input of the turn, with what the ids of its attachments stand for."""
    return TurnBrief(
        message=entry.user_message,
        answer=entry.assistant_message,
        content=entry.content,
        attachments=attached,
        pointed=entry.pointed,
        definition=TURN_DEFINITION,
    )


def grow_answer(transaction: Transaction, owned: Owned, status: JobStatus, events: tuple[Event, ...]) -> None:
    """Keep a turn's answer true to what its job became: its text, and whether it is still being written."""
    for event in events:
        if isinstance(event, MessageComplete):
            transaction.run(
                "UPDATE message SET content = ?, done = ? WHERE id = ? AND project = ?",
                event.content,
                int(event.final),
                event.message,
                owned.project,
            )
    if status in {JobStatus.FAILED, JobStatus.CANCELLED}:
        transaction.run("UPDATE message SET done = 1 WHERE id = ?", owned.message)


def reopen_answer(transaction: Transaction, message: MessageId) -> None:
    """An answer is being written again."""
    transaction.run("UPDATE message SET done = 0 WHERE id = ?", message)


def _first_job(transaction: Transaction, entry: AcceptMessage) -> JobId | None:
    """The job that this message, or this idempotency key, led to before."""
    found = _by_message(transaction, entry) or _by_idempotency_key(transaction, entry)
    if found is None:
        return None
    project, content, job = found
    if (project, content) != (entry.project, entry.content):
        message = (
            f"message {entry.user_message} or its idempotency key was used before for something else: take a new one"
        )
        raise ConflictError(message)
    return job


def _by_message(transaction: Transaction, entry: AcceptMessage) -> tuple[ProjectId, str, JobId] | None:
    return transaction.row(
        "SELECT asked.project, asked.content, answer.job FROM message AS asked JOIN message AS answer"
        " ON answer.project = asked.project AND answer.position = asked.position + 1"
        " WHERE asked.id = ? AND asked.role = 'user'",
        entry.user_message,
    )


def _by_idempotency_key(transaction: Transaction, entry: AcceptMessage) -> tuple[ProjectId, str, JobId] | None:
    if entry.idempotency_key is None:
        return None
    return transaction.row(
        "SELECT asked.project, asked.content, answer.job FROM job JOIN message AS answer ON answer.id = job.message"
        " JOIN message AS asked ON asked.project = answer.project AND asked.position = answer.position - 1"
        " WHERE job.project = ? AND job.idempotency_key = ?",
        entry.project,
        entry.idempotency_key,
    )


def _store_messages(transaction: Transaction, entry: AcceptMessage) -> tuple[MessageView, MessageView]:
    at = iso(transaction.now)
    asked = MessageView(
        id=entry.user_message,
        role="user",
        content=entry.content,
        created_at=at,
        attachments=entry.attachments,
        pointed=entry.pointed,
    )
    answer = MessageView(
        id=entry.assistant_message, role="assistant", content="", done=False, job=entry.job, created_at=at
    )
    _store_message(transaction, entry.project, asked, entry.user)
    _store_message(transaction, entry.project, answer, None)
    return asked, answer


def _store_message(transaction: Transaction, project: ProjectId, message: MessageView, author: str | None) -> None:
    transaction.run(
        _STORE,
        message.id,
        project,
        message.role,
        author,
        message.content,
        int(message.done),
        message.job,
        json_text(message.attachments),
        message.pointed.model_dump_json() if message.pointed else None,
        transaction.now,
        project,
    )
