"""How a job comes to be."""

from dataclasses import dataclass

from pipeline.ids import JobId, MessageId, ProjectId, SceneId
from pipeline.jobs import JobKind, JobStatus
from pipeline.value import Value
from storage.writing.projects import require_project
from storage.writing.transaction import Transaction

_INSERT = """
INSERT INTO job (id, kind, project, scene, message, turn, generation, status, attempt, percent, retry_count,
                 input, idempotency_key, epoch, created_at, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 0, ?, ?, 0, ?, ?)
"""


@dataclass(frozen=True)
class QueuedJob:
    """A job before anybody works on it; `brief` is the input of its flow."""

    id: JobId
    kind: JobKind
    project: ProjectId
    brief: Value
    scene: SceneId | None = None
    message: MessageId | None = None
    turn: JobId | None = None
    generation: int | None = None
    idempotency_key: str | None = None


def queue_job(transaction: Transaction, job: QueuedJob) -> None:
    """Store the job as queued, at epoch 0. Raises ProjectDeletedError."""
    require_project(transaction, job.project)
    transaction.run(
        _INSERT,
        job.id,
        job.kind,
        job.project,
        job.scene,
        job.message,
        job.turn,
        job.generation,
        JobStatus.QUEUED.value,
        job.brief.model_dump_json(),
        job.idempotency_key,
        transaction.now,
        transaction.now,
    )
