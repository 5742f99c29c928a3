"""What readers hand out that the pipeline has no word for."""

from dataclasses import dataclass
from typing import NamedTuple

from pydantic import JsonValue

from pipeline.declared import DeclaredProp
from pipeline.failures import ErrorContext
from pipeline.findings import Finding
from pipeline.history import Author, History
from pipeline.ids import JobId, MessageId, ProjectId, RevisionId, SceneId, Sha256
from pipeline.jobs import ComponentBrief, JobKind, JobStatus, TurnBrief, Wish
from pipeline.project import Project, Still
from storage.codec import decode


@dataclass(frozen=True)
class StoredJob:
    """A job as its row has it; `input` is the JSON of its brief, times are seconds since the epoch."""

    id: JobId
    project: ProjectId
    kind: JobKind
    status: JobStatus
    epoch: int
    input: str
    scene: SceneId | None
    message: MessageId | None
    turn: JobId | None
    generation: int | None
    current_step: str | None
    last_successful_step: str | None
    attempt: int
    percent: int
    retry_count: int
    next_retry_at: float | None
    error: ErrorContext | None
    result: dict[str, JsonValue] | None
    created_at: float
    updated_at: float
    finished_at: float | None
    number: int = 0
    """Where it stands among all jobs, in the order they were asked for."""
    wish: Wish | None = None
    resumed_at: float | None = None
    resumption: str | None = None
    forked_from: JobId | None = None
    priority: int = 0

    def brief(self) -> TurnBrief | ComponentBrief:
        """The input of the job's flow. Raises DefinitionMismatchError when this version cannot read it."""
        return decode(TurnBrief, self.input) if self.kind == "turn" else decode(ComponentBrief, self.input)


class Tries(NamedTuple):
    """What is stored of the attempts of one command; failures and crashes are those since the last resume by hand.

    `begun` numbers the last attempt there ever was; `under_way` says that it has no end yet.
    """

    begun: int
    under_way: bool = False
    failures: int = 0
    losses: int = 0
    failing_since: float | None = None
    digest: str | None = None
    """Of the command that the recorded reply answers."""


@dataclass(frozen=True)
class StoredCheckpoint:
    """One attempt of one command: when, and what came of it; times are ISO 8601."""

    step: str
    ordinal: int
    attempt: int
    digest: str | None
    started_at: str | None
    finished_at: str | None
    heard: bool
    error: ErrorContext | None
    superseded: bool


@dataclass(frozen=True)
class StoredRevision:
    """One immutable version of a component."""

    id: RevisionId
    scene: SceneId
    project: ProjectId
    job: JobId
    number: int
    generation: int
    source: str
    bundle: Sha256
    findings: tuple[Finding, ...]
    report: dict[str, JsonValue]
    shown: bool
    created_at: str
    stills: tuple[Still, ...] = ()


@dataclass(frozen=True)
class RevisionEntry:
    """A revision in the list of a scene's, without its source; `current` is the one that the scene shows.

    `author` wrote it, as `instruction` asked; `props` are what the component declares.
    """

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


@dataclass(frozen=True)
class Outline:
    """A project without its conversation and jobs, and what can be undone in it, as of event `seq`."""

    project: Project
    seq: int
    history: History


@dataclass(frozen=True)
class ProjectSummary:
    """A project in a list of projects; `still` is a picture of its first scene that has one."""

    id: ProjectId
    name: str
    width: int
    height: int
    fps: int
    scenes: int
    updated_at: str
    still: Sha256 | None = None
    deleted_at: str | None = None


@dataclass(frozen=True)
class KeptAnswer:
    """What a command was answered with."""

    status: int
    headers: dict[str, str]
    body: str


@dataclass(frozen=True)
class KnownKey:
    """An idempotency key that was used; `answer` is None where the effect is stored and its answer never was."""

    digest: str
    answer: KeptAnswer | None


class EventRow(NamedTuple):
    """An event as its row has it: ready to be framed."""

    seq: int
    type: str
    data: str


class Place(NamedTuple):
    """The history of a project: its name, the number below which all is gone, and that of the last event.

    A cursor at `horizon` is still good: the next event is there.
    """

    epoch: str
    horizon: int
    last_seq: int


class FramePage(NamedTuple):
    """Events as the bytes that are sent; whoever has them stands at `upto`."""

    place: Place
    frames: bytes
    upto: int


class EventPage(NamedTuple):
    """Events as rows; whoever has them stands at `upto`."""

    place: Place
    rows: tuple[EventRow, ...]
    upto: int


class NotedStream(NamedTuple):
    """How far a stream was sent when it was last noted, and how many events it lacked of its project then and now."""

    stream: str
    project: ProjectId
    last_event_id: str
    connected_at: float
    seen_at: float
    lag: int
