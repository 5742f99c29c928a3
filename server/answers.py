"""What callers hear: the models of the answers, and the one way they are written."""

from aiohttp import web
from pydantic import BaseModel, Field

from pipeline.failures import ErrorContext
from pipeline.ids import JobId, MessageId, ProjectId, SceneId
from pipeline.jobs import JobView
from pipeline.value import Value
from storage.stored import ProjectSummary, StoredCheckpoint


class ProjectEntry(Value):
    """A project in the list of projects."""

    id: ProjectId
    name: str
    width: int
    height: int
    fps: int
    scenes: int
    updated_at: str

    @classmethod
    def of(cls, summary: ProjectSummary) -> "ProjectEntry":
        return cls(**vars(summary))


class ProjectList(Value):
    """All projects, the last changed first."""

    projects: tuple[ProjectEntry, ...]


class AcceptedMessage(Value):
    """A message is stored, and so is the job that answers it."""

    job: JobId
    user_message_id: MessageId
    assistant_message_id: MessageId


class Checkpoint(Value):
    """One attempt of one command of a job; `heard` says whether its reply is kept."""

    step: str
    ordinal: int
    attempt: int
    digest: str | None
    started_at: str | None
    finished_at: str | None
    heard: bool
    error: ErrorContext | None
    superseded: bool

    @classmethod
    def of(cls, stored: StoredCheckpoint) -> "Checkpoint":
        return cls(**vars(stored))


class JobDetail(JobView):
    """A job with everything it has asked so far."""

    checkpoints: tuple[Checkpoint, ...]


class SceneSource(Value):
    """The source of the component that a scene shows."""

    scene: SceneId
    source: str


class Health(Value):
    """What is not ready, and why; empty when all is."""

    reasons: dict[str, str] = Field(default={})


def json_answer(value: BaseModel, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """A value as the body of an answer."""
    body = value.model_dump_json().encode()
    return web.Response(body=body, status=status, content_type="application/json", headers=headers)
