"""Messages that wait to be answered can be changed and taken back; the turn that waits is fenced by its epoch."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.events import Event, JobCancelled, MessageRemoved, MessageUpdated, MessageView
from pipeline.ids import JobId, MessageId
from pipeline.jobs import JobStatus, TurnBrief
from storage.codec import decode
from storage.entries import Written
from storage.errors import IllegalTransitionError, NotFoundError
from storage.messages import EditMessage, WithdrawMessage
from storage.timestamps import iso
from storage.writing.transaction import Transaction

_FIND = """
SELECT asked.created_at, answer.id, job.id, job.status, job.input
FROM message AS asked
JOIN message AS answer ON answer.project = asked.project AND answer.position = asked.position + 1
JOIN job ON job.id = answer.job
WHERE asked.id = ? AND asked.project = ? AND asked.role = 'user'
"""

_REWRITE = "UPDATE job SET input = ?, epoch = epoch + 1, updated_at = ? WHERE id = ?"

_END = """
UPDATE job SET status = 'cancelled', wish = NULL, epoch = epoch + 1, updated_at = ?, finished_at = ? WHERE id = ?
"""


@dataclass(frozen=True)
class _Queued:
    """A message whose answer has not begun."""

    created_at: float
    answer: MessageId
    job: JobId
    brief: TurnBrief


def change_queued(transaction: Transaction, entry: EditMessage | WithdrawMessage) -> Written:
    """Change the message or take it back. Raises NotFoundError and IllegalTransitionError."""
    queued = _queued(transaction, entry)
    return (
        _edit(transaction, entry, queued) if isinstance(entry, EditMessage) else _withdraw(transaction, entry, queued)
    )


def _edit(transaction: Transaction, entry: EditMessage, queued: _Queued) -> Written:
    """Whoever took the turn up while this was on its way is refused, and takes it up anew with the new words."""
    brief = queued.brief.model_copy(update={"content": entry.content})
    transaction.run(_REWRITE, brief.model_dump_json(), transaction.now, queued.job)
    transaction.run("UPDATE message SET content = ? WHERE id = ?", entry.content, entry.message)
    at = iso(queued.created_at)
    view = MessageView(
        id=entry.message,
        role="user",
        content=entry.content,
        created_at=at,
        attachments=tuple(asset.id for asset in queued.brief.attachments),
        pointed=queued.brief.pointed,
    )
    return _written(transaction, entry, queued, [MessageUpdated(message=view)])


def _withdraw(transaction: Transaction, entry: WithdrawMessage, queued: _Queued) -> Written:
    transaction.run(_END, transaction.now, transaction.now, queued.job)
    gone = (entry.message, queued.answer)
    for message in gone:
        transaction.run("DELETE FROM message WHERE id = ?", message)
    told = [MessageRemoved(message=message) for message in gone]
    ended = JobCancelled(job=queued.job, recovery=())
    return _written(transaction, entry, queued, [*told, ended])


def _written(
    transaction: Transaction, entry: EditMessage | WithdrawMessage, queued: _Queued, told: Sequence[Event]
) -> Written:
    """The turn is looked at anew, by whoever has it in hand or in line."""
    return Written(events=transaction.number(entry.project, told), job=queued.job, new_jobs=(queued.job,))


def _queued(transaction: Transaction, entry: EditMessage | WithdrawMessage) -> _Queued:
    row = transaction.row(_FIND, entry.message, entry.project)
    if row is None:
        message = f"there is no message {entry.message} of a person in project {entry.project}"
        raise NotFoundError(message)
    created_at, answer, job, status, brief = row
    if JobStatus(status) is not JobStatus.QUEUED:
        message = f"message {entry.message} is being answered or was; only one that waits can be changed or withdrawn"
        raise IllegalTransitionError(message)
    return _Queued(created_at, answer, job, decode(TurnBrief, brief))
