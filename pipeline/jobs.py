"""What a job is: kinds, statuses and the one table of legal transitions."""

from enum import StrEnum
from typing import Literal

from pydantic import Field, JsonValue

from pipeline.assets import Asset
from pipeline.failures import ErrorContext
from pipeline.findings import Finding
from pipeline.ids import JobId, MessageId, ProjectId, SceneId, Sha256
from pipeline.pointing import Pointed
from pipeline.project import Scene, Video
from pipeline.recovery import Recovery
from pipeline.value import Value

JobKind = Literal["turn", "component"]

Wish = Literal["cancel"]
"""What a person may want of a job; kept with it until the job has followed."""


class JobStatus(StrEnum):
    """Where a job is in its life."""

    QUEUED = "queued"
    RUNNING = "running"
    WAITING = "waiting"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


OPEN = frozenset({JobStatus.QUEUED, JobStatus.RUNNING, JobStatus.WAITING})
"""Jobs in these statuses are taken up again after a restart."""

RESUMABLE = frozenset({JobStatus.FAILED, JobStatus.CANCELLED})
"""Jobs in these statuses go on when a person wants it."""

TRANSITIONS: frozenset[tuple[JobStatus, JobStatus]] = frozenset(
    {
        (JobStatus.QUEUED, JobStatus.RUNNING),
        (JobStatus.RUNNING, JobStatus.WAITING),
        (JobStatus.WAITING, JobStatus.RUNNING),
        (JobStatus.RUNNING, JobStatus.COMPLETED),
        *((status, end) for status in OPEN for end in (JobStatus.FAILED, JobStatus.CANCELLED)),
        (JobStatus.FAILED, JobStatus.RUNNING),
        (JobStatus.CANCELLED, JobStatus.RUNNING),
    }
)
"""All legal changes of status; staying in an open status is no transition, and legal."""


def is_legal(old: JobStatus, new: JobStatus) -> bool:
    """Whether a job may go from one status to the other; one that has ended does not end again."""
    return (old is new and old in OPEN) or (old, new) in TRANSITIONS


MOST_REPAIRS_A_DAY = 60
"""Of one project, by the model and of itself: what goes wrong again and again is for a person to look at."""


class Allowance(Value):
    """What a flow may spend; a resume by hand may raise it."""

    repairs: int = 3
    insisted: int = 0
    """Up to this many repairs, the same finding coming back does not stop the job."""
    rounds: int = 6
    grants: int = 1
    """How often the job was given its budget."""

    def within(self, repairs_of_the_day: int) -> "Allowance":
        """What of it a project allows that has had so many repairs in a day; a resume by hand allows more."""
        left = max(0, MOST_REPAIRS_A_DAY - repairs_of_the_day)
        return self.model_copy(update={"repairs": min(self.repairs, left)})

    def raised(self) -> "Allowance":
        """What a resume by hand grants: enough more that there is always something left to do."""
        return Allowance(
            repairs=self.repairs + 2, insisted=self.repairs, rounds=self.rounds + 6, grants=self.grants + 1
        )


TURN_DEFINITION = 2
"""Of the flow of a turn, whose replies are heard by name: 2 since planning is a flow of its own."""


class TurnBrief(Value):
    """The input of a `turn`: which message it answers, and into which message.

    `definition` is that of the flow it began under, and goes on under; a later one than this is not read.
    """

    message: MessageId
    answer: MessageId
    content: str
    attachments: tuple[Asset, ...] = ()
    pointed: Pointed | None = None
    allowance: Allowance = Allowance()
    definition: int = Field(default=1, ge=1, le=TURN_DEFINITION)


class Neighbour(Value):
    """What a scene's author is told of the scene before or after."""

    name: str
    description: str
    place: Literal["before", "after"] = "before"
    look: str = ""
    """Colours, fonts and movement of its component, once there is one."""


class ComponentBrief(Value):
    """The input of a `component`: the scene, the video around it, and what is asked."""

    scene: Scene
    video: Video
    number: int
    of: int
    instruction: str | None = None
    source: str | None = None
    warnings: tuple[Finding, ...] = ()
    """What the checks warned of in `source`."""
    neighbours: tuple[Neighbour, ...] = ()
    assets: tuple[str, ...] = ()
    """The names of the project's files."""
    files: dict[str, Sha256] = Field(default_factory=dict)
    """What lies under each of these names; a job of an earlier version knows the names alone."""
    draft: str | None = None
    """A component by the person, to be checked and published instead of one by the model."""
    draft_may_be_mended: bool = False
    """Whether the person, once it was refused, left it to the model."""
    allowance: Allowance = Allowance()


class NewJob(Value):
    """A component job that a tool wants started; Journal gives it the scene's next generation."""

    scene: SceneId
    brief: ComponentBrief


class JobView(Value):
    """A job as people see it; a component job names the turn that asked for it."""

    id: JobId
    project: ProjectId
    kind: JobKind
    status: JobStatus
    scene: SceneId | None = None
    message: MessageId | None = None
    turn: JobId | None = None
    step: str | None = None
    attempt: int = 1
    percent: int = 0
    last_successful_step: str | None = None
    retry_count: int = 0
    next_retry_at: str | None = None
    error: ErrorContext | None = None
    result: dict[str, JsonValue] | None = None
    created_at: str = ""
    resumed_at: str | None = None
    finished_at: str | None = None
    recovery: tuple[Recovery, ...] = ()
    forked_from: JobId | None = None
