"""What callers hear: the models of the answers, and the one way they are written."""

from aiohttp import web
from pydantic import BaseModel, Field

from pipeline.assets import Asset
from pipeline.declared import DeclaredProp
from pipeline.failures import ErrorContext
from pipeline.findings import Finding
from pipeline.history import Author, Edit, History
from pipeline.ids import JobId, MessageId, ProjectId, RevisionId, SceneId, Sha256
from pipeline.jobs import JobView
from pipeline.project import Scene, Still, Video
from pipeline.value import Value
from storage.stored import Outline, ProjectSummary, RevisionEntry, StoredCheckpoint


class ProjectEntry(Value):
    """A project in the list of projects."""

    id: ProjectId
    name: str
    width: int
    height: int
    fps: int
    scenes: int
    updated_at: str
    still: Sha256 | None = Field(default=None, description="an artifact: a picture of its first scene")
    deleted_at: str | None = Field(default=None, description="when it was deleted; it can be restored for a while")

    @classmethod
    def of(cls, summary: ProjectSummary) -> "ProjectEntry":
        return cls(**vars(summary))


class ProjectList(Value):
    """All projects, the last changed first."""

    projects: tuple[ProjectEntry, ...]


class DeletedProject(Value):
    """A project is deleted; it can be restored until `clean` removes it."""

    project: ProjectId


class AcceptedMessage(Value):
    """A message is stored, and so is the job that answers it."""

    job: JobId
    user_message_id: MessageId
    assistant_message_id: MessageId


class QueuedMessage(Value):
    """A message that was changed or withdrawn before its turn began; `job` is that turn."""

    message: MessageId
    job: JobId | None
    withdrawn: bool


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
        return cls(**{**vars(stored), "error": stored.error and stored.error.told()})


class Attempt(Checkpoint):
    """One attempt of one command, with the traceback and the last words of the worker if it failed."""

    @classmethod
    def of(cls, stored: StoredCheckpoint) -> "Attempt":
        return cls(**vars(stored))


class JobAttempts(Value):
    """Every attempt of a job, in the order they began; what was superseded by a resume is among them."""

    job: JobId
    attempts: tuple[Attempt, ...]


class JobDraft(Value):
    """The source that a component job built last."""

    job: JobId
    source: str


class JobDetail(JobView):
    """A job with everything it has asked so far."""

    checkpoints: tuple[Checkpoint, ...]


class ProjectOutline(Value):
    """A project after a change: settings, scenes in order, and what can be undone, as of event `seq`."""

    project: ProjectId
    seq: int
    video: Video
    scenes: tuple[Scene, ...]
    history: History

    @classmethod
    def of(cls, outline: Outline) -> "ProjectOutline":
        project = outline.project
        return cls(
            project=project.id,
            seq=outline.seq,
            video=project.video,
            scenes=project.scenes,
            history=outline.history,
        )


class AssetList(Value):
    """The files of a project, in the order in which they came."""

    assets: tuple[Asset, ...]


class EditList(Value):
    """The changes of a project, the last first."""

    edits: tuple[Edit, ...]


class Revision(Value):
    """A version of a scene's component; `current` is the one that it shows."""

    id: RevisionId
    scene: SceneId
    number: int
    job: JobId
    bundle: Sha256
    findings: tuple[Finding, ...]
    current: bool
    created_at: str
    stills: tuple[Still, ...] = ()
    props: tuple[DeclaredProp, ...] = ()
    author: Author = "model"
    instruction: str | None = None

    @classmethod
    def of(cls, entry: RevisionEntry) -> "Revision":
        return cls(**vars(entry))


class RevisionList(Value):
    """The revisions of a scene, the last first."""

    revisions: tuple[Revision, ...]


class RevisionSource(Value):
    """The source of one revision."""

    revision: RevisionId
    scene: SceneId
    source: str


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
