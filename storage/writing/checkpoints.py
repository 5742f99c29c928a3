"""Attempts and the replies that were heard: a reply once recorded is never replaced."""

from pipeline.commands import Inspection
from pipeline.flow import digest_of
from pipeline.ids import JobId
from pipeline.value import Value
from storage.entries import StepFailed, StepHeard, StepStarted
from storage.errors import ConflictError
from storage.reading.checkpoints import recorded_reply
from storage.replies import Laid
from storage.writing.artifacts import name_artifact
from storage.writing.stills import keep_stills
from storage.writing.transaction import Transaction

_START = """
INSERT INTO checkpoint (job, step, ordinal, attempt, digest, command, started_at, superseded)
VALUES (?, ?, ?, ?, ?, ?, ?, 0)
ON CONFLICT (job, step, ordinal, attempt) DO UPDATE
SET digest = excluded.digest, command = excluded.command, started_at = excluded.started_at
WHERE reply IS NULL
"""

_HEAR = """
INSERT INTO checkpoint (job, step, ordinal, attempt, reply_type, reply, reply_artifact, finished_at, superseded)
SELECT ?, ?, ?, ?, ?, ?, ?, ?, 0 WHERE NOT EXISTS (
    SELECT 1 FROM checkpoint WHERE job = ? AND step = ? AND ordinal = ? AND reply IS NOT NULL AND superseded = 0)
ON CONFLICT (job, step, ordinal, attempt) DO UPDATE
SET reply_type = excluded.reply_type, reply = excluded.reply, reply_artifact = excluded.reply_artifact,
    finished_at = excluded.finished_at, error = NULL
"""

_FAIL = """
INSERT INTO checkpoint (job, step, ordinal, attempt, error, finished_at, superseded)
VALUES (?, ?, ?, ?, ?, ?, 0)
ON CONFLICT (job, step, ordinal, attempt) DO UPDATE
SET error = excluded.error, finished_at = excluded.finished_at
WHERE reply IS NULL
"""


def start_step(transaction: Transaction, job: JobId, started: StepStarted) -> None:
    """Note that an attempt begins, and with which command."""
    command = started.command.model_dump_json()
    digest = digest_of(command)
    transaction.run(_START, job, *started.key, started.attempt, digest, command, transaction.now)


def hear_step(transaction: Transaction, job: JobId, heard: StepHeard) -> None:
    """Record a reply. The same reply again changes nothing; raises ConflictError for another one."""
    reply: Value = heard.reply
    name, laid, now = type(reply).__name__, transaction.replies.lay(reply.model_dump_json()), transaction.now
    if transaction.run(_HEAR, job, *heard.key, heard.attempt, name, *laid, now, job, *heard.key):
        _note(transaction, heard.reply, laid)
    elif recorded_reply(transaction.database, job, heard.key, transaction.replies) != reply:
        step, ordinal = heard.key
        message = f"another reply to {step} {ordinal} of job {job} is recorded: go on from that one"
        raise ConflictError(message)


def fail_step(transaction: Transaction, job: JobId, failed: StepFailed) -> None:
    """Keep why an attempt ended without a reply."""
    error = failed.error.model_dump_json()
    transaction.run(_FAIL, job, *failed.key, failed.attempt, error, transaction.now)


def _note(transaction: Transaction, reply: Value, laid: Laid) -> None:
    """List the files that are to be kept: the reply's own, and what it names besides."""
    if laid.artifact is not None:
        name_artifact(transaction, laid.artifact, "reply")
    if isinstance(reply, Inspection):
        keep_stills(transaction, reply)
