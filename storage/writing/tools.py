"""What a tool call comes to: its changes applied to the project of this moment, and the jobs it starts."""

import json
from hashlib import sha256

from pipeline.commands import ToolResult
from pipeline.errors import ChangeRefusedError
from pipeline.events import Event, ToolComplete, ToolError
from pipeline.ids import JobId, ProjectId
from storage.entries import ApplyTool, Recorded, StepHeard, Written
from storage.reading.checkpoints import recorded_reply
from storage.writing.checkpoints import hear_step
from storage.writing.commissions import queue_component
from storage.writing.editing import Changed, changed_project
from storage.writing.history import Maker, keep_edit
from storage.writing.ownership import open_job
from storage.writing.transaction import Transaction


def apply_tool(transaction: Transaction, entry: ApplyTool) -> Written:
    """Apply the call whole or refuse it whole, once. Raises NotFoundError and StaleOwnerError."""
    project = open_job(transaction, entry.job, entry.epoch).project
    known = recorded_reply(transaction.database, entry.job, entry.key, transaction.replies)
    if known is not None:
        return Written(job=entry.job, recorded=Recorded(entry.job, entry.key, known))
    try:
        changed = _change(transaction, project, entry)
    except ChangeRefusedError as error:
        return _refused(transaction, project, entry, str(error))
    maker = Maker(entry.summary, "model", entry.job)
    kept = keep_edit(transaction, changed.before, changed.project, maker)
    queued = tuple(
        queue_component(transaction, changed.project, _job_id(entry, index), new, turn=entry.job)
        for index, new in enumerate(entry.jobs)
    )
    return _carried_out(transaction, project, entry, (*changed.events, *queued, *kept))


def _change(transaction: Transaction, project: ProjectId, entry: ApplyTool) -> Changed:
    """Nothing is saved before the whole call is known to fit."""
    if entry.refusal is not None:
        raise ChangeRefusedError(entry.refusal)
    return changed_project(transaction, project, entry.changes, needed=[new.scene for new in entry.jobs])


def _job_id(entry: ApplyTool, index: int) -> JobId:
    """The same call always leads to the same jobs."""
    origin = json.dumps([entry.job, entry.key.step, entry.key.ordinal, index])
    return JobId(f"job_{sha256(origin.encode()).hexdigest()[:20]}")


def _carried_out(transaction: Transaction, project: ProjectId, entry: ApplyTool, events: tuple[Event, ...]) -> Written:
    jobs = tuple(_job_id(entry, index) for index in range(len(entry.jobs)))
    call = entry.call
    result = ToolResult(call=call.id, name=call.name, ok=True, content=entry.content, jobs=jobs)
    complete = ToolComplete(call=call.id, name=call.name, summary=entry.summary)
    return _recorded(transaction, project, entry, (*events, complete), result)


def _refused(transaction: Transaction, project: ProjectId, entry: ApplyTool, sentence: str) -> Written:
    call = entry.call
    result = ToolResult(call=call.id, name=call.name, ok=False, content=sentence)
    code = entry.refusal_code if entry.refusal else ChangeRefusedError.code
    error = ToolError(call=call.id, name=call.name, message=sentence, code=code)
    return _recorded(transaction, project, entry, (error,), result)


def _recorded(
    transaction: Transaction, project: ProjectId, entry: ApplyTool, events: tuple[Event, ...], result: ToolResult
) -> Written:
    hear_step(transaction, entry.job, StepHeard(entry.key, entry.attempt, result))
    return Written(
        events=transaction.number(project, [_of_step(event, entry) for event in events], job=entry.job),
        job=entry.job,
        recorded=Recorded(entry.job, entry.key, result),
        new_jobs=result.jobs,
    )


def _of_step(event: Event, entry: ApplyTool) -> Event:
    """Events of the turn say which step and attempt of it they come from; those of a new job do not."""
    if event.job is not None:
        return event
    return event.model_copy(update={"step": entry.key.step, "attempt": entry.attempt})
