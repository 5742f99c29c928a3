"""A stopped job goes on, or a new one shares its beginning: decided and written in one transaction.

What is forgotten stays in its rows, superseded; nothing of an attempt is ever overwritten.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.errors import ResumeRefusedError
from pipeline.events import ComponentQueued, JobResumed
from pipeline.ids import JobId
from pipeline.jobs import OPEN, RESUMABLE
from pipeline.replay import Key
from pipeline.resuming import Forked, Resumed, forked, path, resumed
from pipeline.value import Value
from storage.entries import Written
from storage.errors import CommandRefusedError, DefinitionMismatchError
from storage.reading.checkpoints import heard_keys, recorded
from storage.reading.jobs import stored_job
from storage.stored import StoredJob
from storage.wishes import ForkJob, ResumeJob
from storage.writing.conversation import reopen_answer
from storage.writing.projects import require_project
from storage.writing.queue import QueuedJob, queue_job
from storage.writing.scenes import next_generation
from storage.writing.transaction import Transaction

_REOPEN = """
UPDATE job
SET status = 'running', epoch = epoch + 1, input = ?, resumption = ?, resumed_at = ?, updated_at = ?,
    last_successful_step = ?, current_step = NULL, next_retry_at = NULL, error = NULL, finished_at = NULL, wish = NULL
WHERE id = ?
"""

_FORGET = "UPDATE checkpoint SET superseded = 1 WHERE job = ? AND step = ? AND ordinal = ? AND superseded = 0"

_SHARE = """
INSERT INTO checkpoint (job, step, ordinal, attempt, digest, command, reply_type, reply, reply_artifact, started_at,
                        finished_at, superseded)
SELECT ?, step, ordinal, attempt, digest, command, reply_type, reply, reply_artifact, started_at, finished_at, 0
FROM checkpoint WHERE job = ? AND step = ? AND ordinal = ? AND reply IS NOT NULL AND superseded = 0
"""


def resume_job(transaction: Transaction, entry: ResumeJob) -> Written:
    """Let the job go on. Raises NotFoundError and CommandRefusedError."""
    stored = stored_job(transaction.database, entry.job)
    require_project(transaction, stored.project)
    _check_message(transaction, stored)
    asked = entry.asked.model_dump_json()
    if stored.status in OPEN and stored.resumption == asked:
        return Written(job=entry.job)  # clicked twice
    if stored.status not in RESUMABLE:
        sentence = f"job {entry.job} is {stored.status}; only a failed or cancelled job is resumed"
        raise CommandRefusedError("job.not-resumable", sentence)
    kept = _kept(transaction, entry)
    with _refusing():
        becomes = resumed(stored.brief(), kept, entry.asked)
    left = path(becomes.brief, {key: reply for key, reply in kept.items() if key not in becomes.forgotten})
    last = left[-1].step if left else None
    _reopen(transaction, stored, becomes, asked, last)
    forgotten = tuple(dict.fromkeys(key.step for key in becomes.forgotten))
    told = JobResumed(job=entry.job, last_successful_step=last, forgotten=forgotten)
    return Written(events=transaction.number(stored.project, [told], job=entry.job), job=entry.job)


def fork_job(transaction: Transaction, entry: ForkJob) -> Written:
    """Begin the new job. Raises NotFoundError and CommandRefusedError."""
    stored = stored_job(transaction.database, entry.job)
    with _refusing():
        becomes = forked(stored.brief(), recorded(transaction.database, entry.job, transaction.replies), entry.asked)
    generation = next_generation(transaction, becomes.brief.scene.id)
    _begin(transaction, stored, entry.new, becomes, generation)
    for key in becomes.shared:
        transaction.run(_SHARE, entry.new, entry.job, *key)
    scene, instruction = becomes.brief.scene.id, becomes.brief.instruction
    told = ComponentQueued(job=entry.new, turn=stored.turn, scene=scene, percent=0, instruction=instruction)
    events = transaction.number(stored.project, [told], job=entry.new)
    return Written(events=events, job=entry.new, new_jobs=(entry.new,))


def _check_message(transaction: Transaction, stored: StoredJob) -> None:
    """A turn answers a message that is there."""
    if stored.message and transaction.row("SELECT 1 FROM message WHERE id = ?", stored.message) is None:
        sentence = f"the message of job {stored.id} was withdrawn; send it anew"
        raise CommandRefusedError("job.not-resumable", sentence)


def _kept(transaction: Transaction, entry: ResumeJob) -> dict[Key, Value]:
    """What was heard; for a component that begins anew it does not matter whether it can still be read."""
    try:
        return recorded(transaction.database, entry.job, transaction.replies)
    except DefinitionMismatchError as error:
        if entry.asked.begins_anew:
            return dict.fromkeys(heard_keys(transaction.database, entry.job), Value())
        sentence = f"{error}; begin a component again from step generate, and send a message anew"
        raise CommandRefusedError(error.code, sentence) from error


@contextmanager
def _refusing() -> Iterator[None]:
    """What cannot be is refused with its reason."""
    try:
        yield
    except ResumeRefusedError as error:
        raise CommandRefusedError(error.code, str(error)) from error
    except DefinitionMismatchError as error:
        raise CommandRefusedError(error.code, str(error)) from error


def _reopen(transaction: Transaction, stored: StoredJob, becomes: Resumed, asked: str, last: str | None) -> None:
    now = transaction.now
    transaction.run(_REOPEN, becomes.brief.model_dump_json(), asked, now, now, last, stored.id)
    for key in becomes.forgotten:
        transaction.run(_FORGET, stored.id, *key)
    if stored.message is not None:
        reopen_answer(transaction, stored.message)


def _begin(transaction: Transaction, stored: StoredJob, new: JobId, becomes: Forked, generation: int) -> None:
    scene = becomes.brief.scene.model_copy(update={"generation": generation})
    brief = becomes.brief.model_copy(update={"scene": scene})
    job = QueuedJob(new, "component", stored.project, brief, scene.id, turn=stored.turn, generation=generation)
    queue_job(transaction, job)
    transaction.run("UPDATE job SET forked_from = ? WHERE id = ?", stored.id, new)
