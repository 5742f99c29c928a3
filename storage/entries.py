"""What may be written: each entry is checked and applied by the writer inside a transaction, or refused alone."""

from dataclasses import dataclass, field

from pydantic import JsonValue

from pipeline.changes import Change
from pipeline.chat import ToolCall
from pipeline.commands import Publish
from pipeline.errors import ChangeRefusedError
from pipeline.events import Event
from pipeline.failures import ErrorContext
from pipeline.flow import Command
from pipeline.ids import AssetId, JobId, MessageId, ProjectId
from pipeline.jobs import JobStatus, NewJob
from pipeline.pointing import Pointed
from pipeline.project import Video
from pipeline.replay import Key
from pipeline.value import Value
from storage.calls import NoteCalls, SetBudget
from storage.deletion import Deletion
from storage.edits import AddAsset, CommissionComponent, EditProject, RedoEdit, UndoEdit
from storage.messages import EditMessage, WithdrawMessage
from storage.records import NoteAction, NoteDeadLetter, NoteDecision
from storage.stored import KeptAnswer
from storage.upkeep import Upkeep
from storage.wishes import JobWish


@dataclass(frozen=True)
class CreateProject:
    """A new project; the same id with the same settings again is answered as the first time."""

    project: ProjectId
    video: Video


@dataclass(frozen=True)
class AcceptMessage:
    """A person's message, the empty answer to it, and the turn job that will write that answer.

    The same `user_message` again answers with the first job; with other content it is refused with ConflictError.
    """

    project: ProjectId
    user: str
    user_message: MessageId
    assistant_message: MessageId
    content: str
    job: JobId
    idempotency_key: str | None = None
    attachments: tuple[AssetId, ...] = ()
    pointed: Pointed | None = None


@dataclass(frozen=True)
class StepStarted:
    """An attempt of a command begins."""

    key: Key
    attempt: int
    command: Command[Value]


@dataclass(frozen=True)
class StepHeard:
    """The reply to a command: the checkpoint."""

    key: Key
    attempt: int
    reply: Value


@dataclass(frozen=True)
class StepFailed:
    """An attempt ended without a reply; kept, never heard."""

    key: Key
    attempt: int
    error: ErrorContext


@dataclass(frozen=True)
class AdvanceJob:
    """What the orchestrator decided of a job, in one piece: replies, starts, status and the events that tell of it.

    Refused with StaleOwnerError when the row's epoch is not `epoch`, and with IllegalTransitionError when the
    status may not follow the row's. `new_epoch` takes the job over. None leaves a column as it is;
    `current_step`, `next_retry_at` and `error` are always written. A wish is fulfilled when the job ends.
    """

    job: JobId
    epoch: int
    status: JobStatus
    new_epoch: int | None = None
    heard: tuple[StepHeard, ...] = ()
    failed: tuple[StepFailed, ...] = ()
    started: tuple[StepStarted, ...] = ()
    events: tuple[Event, ...] = ()
    current_step: str | None = None
    last_successful_step: str | None = None
    retry_count: int | None = None
    next_retry_at: float | None = None
    error: ErrorContext | None = None
    result: dict[str, JsonValue] | None = None


@dataclass(frozen=True)
class ApplyTool:
    """What a tool intends, applied to the project as it is in the transaction; the reply is a ToolResult.

    A change that does not fit becomes a ToolResult that is not ok, and nothing of the call is applied: that too is a
    checkpoint.
    """

    job: JobId
    epoch: int
    key: Key
    attempt: int
    call: ToolCall
    changes: tuple[Change, ...] = ()
    jobs: tuple[NewJob, ...] = ()
    content: str = ""
    summary: str = ""
    refusal: str | None = None
    refusal_code: str = ChangeRefusedError.code


@dataclass(frozen=True)
class PublishRevision:
    """Store a revision and show it if its generation is the scene's; the reply is a Published."""

    job: JobId
    epoch: int
    key: Key
    attempt: int
    publish: Publish


@dataclass(frozen=True)
class StreamNote:
    """The last event sent to a stream: for display and lag, never taken for received."""

    stream: str
    project: ProjectId
    last_event_id: str
    connected_at: float
    seen_at: float


@dataclass(frozen=True)
class NoteStreams:
    """How far some streams were sent; a batch of them is one entry."""

    notes: tuple[StreamNote, ...]


@dataclass(frozen=True)
class Keyed:
    """An entry that is written once, however often it comes: it is the `part`th write under this key.

    Under a known key it is answered as the first time (`Written.repeated`) and not applied; where `digest`, which
    stands for all that was asked, is another one, it is refused with ConflictError.
    """

    entry: "Entry"
    key: str
    digest: str
    part: int


@dataclass(frozen=True)
class KeepAnswer:
    """What a command was answered with, for whoever repeats it under the same key; the first answer stays."""

    key: str
    digest: str
    answer: KeptAnswer


Entry = (
    CreateProject
    | Deletion
    | AcceptMessage
    | EditMessage
    | WithdrawMessage
    | AdvanceJob
    | JobWish
    | ApplyTool
    | EditProject
    | UndoEdit
    | CommissionComponent
    | AddAsset
    | RedoEdit
    | PublishRevision
    | NoteStreams
    | NoteDeadLetter
    | NoteDecision
    | NoteAction
    | NoteCalls
    | SetBudget
    | Keyed
    | KeepAnswer
    | Upkeep
)


@dataclass(frozen=True)
class StoredEvent:
    """An event with its number, as it lies in the database."""

    project: ProjectId
    seq: int
    event: Event
    data: str


@dataclass(frozen=True)
class Recorded:
    """A reply that was made inside the transaction, for the flow that waits for it."""

    job: JobId
    key: Key
    reply: Value


@dataclass(frozen=True)
class Written:
    """An entry that is committed, and what it led to; `repeated` says that this was so before, and nothing follows.

    `new_jobs` are to be worked on from now on, `stopped` no more.
    """

    events: tuple[StoredEvent, ...] = ()
    job: JobId | None = None
    recorded: Recorded | None = None
    new_jobs: tuple[JobId, ...] = field(default=())
    stopped: tuple[JobId, ...] = ()
    repeated: bool = False
    removed: int = 0


@dataclass(frozen=True)
class Refused:
    """An entry that was not written; its neighbours were."""

    error: Exception
