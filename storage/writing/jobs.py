"""How a job goes on."""

from typing import Any, NoReturn

from pipeline.events.component import ComponentEvent
from pipeline.jobs import OPEN, JobStatus, is_legal
from storage.entries import AdvanceJob, Written
from storage.errors import IllegalTransitionError
from storage.writing.checkpoints import fail_step, hear_step, start_step
from storage.writing.conversation import grow_answer
from storage.writing.ownership import Owned, owned_job
from storage.writing.transaction import Transaction, json_text

_ADVANCE = """
UPDATE job
SET status = ?, current_step = ?, next_retry_at = ?, error = ?, updated_at = ?, finished_at = ?,
    epoch = COALESCE(?, epoch),
    wish = CASE WHEN ? = 1 AND status IN ('queued', 'running', 'waiting') THEN wish END,
    last_successful_step = COALESCE(?, last_successful_step),
    retry_count = COALESCE(?, retry_count),
    attempt = COALESCE(?, attempt),
    percent = COALESCE(?, percent),
    result = COALESCE(?, result)
WHERE id = ? AND epoch = ? AND status IN ({legal}) RETURNING project, kind, message
"""


def _legal_before(status: JobStatus) -> str:
    return ", ".join(f"'{old}'" for old in JobStatus if is_legal(old, status))


_ADVANCES = {status: _ADVANCE.format(legal=_legal_before(status)) for status in JobStatus}
"""One statement both asks whether a job may become that and makes it so."""


def advance_job(transaction: Transaction, entry: AdvanceJob) -> Written:
    """Write one decision on a job. Raises NotFoundError, StaleOwnerError, IllegalTransitionError, ConflictError."""
    project, kind, message = _write_row(transaction, entry) or _refuse(transaction, entry)
    for heard in entry.heard:
        hear_step(transaction, entry.job, heard)
    for failed in entry.failed:
        fail_step(transaction, entry.job, failed)
    for started in entry.started:
        start_step(transaction, entry.job, started)
    if kind == "turn":
        grow_answer(transaction, Owned(project, kind, entry.status, message), entry.status, entry.events)
    return Written(events=transaction.number(project, entry.events, job=entry.job), job=entry.job)


def _write_row(transaction: Transaction, entry: AdvanceJob) -> tuple[Any, ...] | None:
    return transaction.row(
        _ADVANCES[entry.status],
        entry.status.value,
        entry.current_step,
        entry.next_retry_at,
        entry.error and entry.error.model_dump_json(),
        transaction.now,
        None if entry.status in OPEN else transaction.now,
        entry.new_epoch,
        int(entry.status in OPEN),
        entry.last_successful_step,
        entry.retry_count,
        entry.started[-1].attempt if entry.started else None,
        _percent(entry),
        None if entry.result is None else json_text(entry.result),
        entry.job,
        entry.epoch,
    )


def _refuse(transaction: Transaction, entry: AdvanceJob) -> NoReturn:
    """Nothing was written: say why."""
    owned = owned_job(transaction, entry.job, entry.epoch)
    message = f"job {entry.job} is {owned.status} and cannot become {entry.status}"
    raise IllegalTransitionError(message)


def _percent(entry: AdvanceJob) -> int | None:
    """How far the job is by the last event that says so."""
    if entry.status is JobStatus.COMPLETED:
        return 100
    told = [event.percent for event in entry.events if isinstance(event, ComponentEvent)]
    return told[-1] if told else None
