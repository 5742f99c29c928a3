"""What the actors of the system say to each other; the server takes only this and the addresses that app gives it."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from pipeline.events import Event, Update
from pipeline.failures import ErrorContext
from pipeline.flow import Command
from pipeline.ids import JobId, ProjectId, SceneId
from pipeline.replay import Key
from pipeline.retry import is_passing
from pipeline.value import Value
from storage.entries import Entry, Recorded, StoredEvent

JOURNAL = "journal"
BROADCASTER = "event_broadcaster"
LLM = "llm"
TOOL_EXECUTOR = "tool_executor"
BUILD_WORKER = "build_worker"
STOPPER = "stopper"
INSPECTOR = "inspector"
ORCHESTRATOR = "orchestrator"


@dataclass(frozen=True)
class Sending:
    """A message that goes out once the write it hangs on is committed."""

    to: str
    message: object
    urgent: bool = False


@dataclass(frozen=True)
class Write:
    """To Journal: write this entry, then let these out. An ask is answered with `Written` after the commit.

    A refused entry fails the ask with its error; told, it goes to the orchestrator as `WriteRefused` if it is a job's.
    """

    entry: Entry
    then: tuple[Sending, ...] = ()

    @property
    def label(self) -> str:
        return f"Write {type(self.entry).__name__}"

    @property
    def job(self) -> JobId | None:
        return getattr(self.entry, "job", None)


@dataclass(frozen=True)
class SendOn:
    """To Journal: once everything told before is committed or refused, let these out."""

    sendings: tuple[Sending, ...]


@dataclass(frozen=True)
class StoreDue:
    """To Journal, from its timer: try the store again."""


@dataclass(frozen=True, eq=False)
class TakeUpJobs:
    """To Orchestrator, from itself by way of Journal: what was written before is stored; each life knows its own."""


@dataclass(frozen=True)
class StartJob:
    """To Orchestrator: an open job is stored and nobody works on it."""

    job: JobId


@dataclass(frozen=True)
class CancelJob:
    """To Orchestrator: a person stops this job."""

    job: JobId


@dataclass(frozen=True)
class RunJobNow:
    """To Orchestrator: a person does not want this job to wait for its next try."""

    job: JobId


@dataclass(frozen=True)
class RankJob:
    """To Orchestrator: the priority of this job has changed."""

    job: JobId


@dataclass(frozen=True)
class RetryDue:
    """To Orchestrator, from its timer: the wait of this job is over."""

    job: JobId
    epoch: int


@dataclass(frozen=True)
class WriteRefused:
    """To Orchestrator: what was written of this job as of `epoch` did not hold; what it has in memory is not true."""

    job: JobId
    epoch: int
    error: Exception


@dataclass(frozen=True)
class Perform:
    """To a performer: do this command, once per (job, key, epoch); one already at work on it goes on."""

    project: ProjectId
    job: JobId
    epoch: int
    key: Key
    attempt: int
    command: Command[Any]
    scene: SceneId | None = None
    began_with: JobId | None = None  # the turn that asked for this job, if one did

    @property
    def label(self) -> str:
        return f"Perform {self.key.step} {self.key.ordinal}"

    @property
    def marks(self) -> dict[str, object]:
        trace = self.began_with or self.job
        return {"job": self.job, "step": self.key.step, "attempt": self.attempt, "trace": trace}


@dataclass(frozen=True)
class Performed:
    """To Orchestrator: the reply to a command."""

    job: JobId
    epoch: int
    key: Key
    attempt: int
    reply: Value


@dataclass(frozen=True)
class AttemptFailed:
    """To Orchestrator: an attempt ended without a reply; the class of its error says whether another try may help."""

    job: JobId
    epoch: int
    key: Key
    attempt: int
    error: ErrorContext

    @property
    def passing(self) -> bool:
        return is_passing(self.error.error_class)


@dataclass(frozen=True)
class WorkLost:
    """To Orchestrator, from the supervisor: the actor that held this work died."""

    work: Perform
    evidence: str

    @property
    def job(self) -> JobId:
        return self.work.job


@dataclass(frozen=True)
class DropWork:
    """To a performer: nobody wants the work of this job up to this epoch, under way or still to come."""

    job: JobId
    epoch: int


@dataclass(frozen=True)
class Noted:
    """To LLM, by way of Journal: what this work (its job, key and epoch) took is stored."""

    work: tuple[JobId, Key, int]


@dataclass(frozen=True)
class Broadcast:
    """To EventBroadcaster: these are committed, in order."""

    events: tuple[StoredEvent, ...]


@dataclass(frozen=True)
class Live:
    """True now, not stored."""

    project: ProjectId
    update: Update


@dataclass(frozen=True)
class Lives:
    """To EventBroadcaster: what became true in one instant, of whichever projects, in order."""

    lives: tuple[Live, ...]


@dataclass(frozen=True)
class CatchUp:
    """To EventBroadcaster: events may be committed that were not broadcast; who listens shall read what it lacks."""


@dataclass(frozen=True)
class Framed:
    """A committed event and its bytes on the wire, made once for all clients."""

    project: ProjectId
    seq: int
    name: str
    told: Event
    frame: bytes


class LiveFrame(NamedTuple):
    """A live update and its bytes on the wire, made once for all clients."""

    project: ProjectId
    update: Update
    frame: bytes


JournalInbox = Write | SendOn | StoreDue
BroadcasterInbox = Broadcast | Lives | CatchUp
WorkerInbox = Perform | DropWork
LLMInbox = WorkerInbox | Noted
News = Performed | AttemptFailed | WorkLost | Recorded
OfJob = StartJob | CancelJob | RunJobNow | RankJob | RetryDue | WriteRefused | News
OrchestratorInbox = TakeUpJobs | OfJob


def job_of(message: OfJob) -> JobId:
    """Which job a message is about."""
    return message.work.job if isinstance(message, WorkLost) else message.job
