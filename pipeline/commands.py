"""What flows ask of the world, and what they hear."""

from typing import ClassVar, Literal

from pydantic import Field, JsonValue

from pipeline.chat import ChatMessage, ModelAnswer, Summary, ToolCall, ToolSpec
from pipeline.findings import Finding, Severity, Verdict
from pipeline.flow import Command
from pipeline.ids import JobId, MessageId, RevisionId, SceneId, Sha256
from pipeline.mending import Approach
from pipeline.project import Project, Still, Video
from pipeline.value import Value

ModelRole = Literal["plan", "write", "repair", "title"]


class Recollection(Value):
    """The project and the conversation before a message, as they were when its turn began.

    `summary` stands for what came before `history`; `ids` are the ids of the entries of `history`.
    """

    project: Project
    history: tuple[ChatMessage, ...] = ()
    ids: tuple[MessageId, ...] = ()
    summary: Summary | None = None


class Recall(Command[Recollection]):
    """Read the project and the conversation that came before `before`."""

    reply_type: ClassVar[type[Value]] = Recollection
    before: MessageId


class AskModel(Command[ModelAnswer]):
    """One model call; its text is streamed to the message `to` as round `round`, or counted for the scene `scene`."""

    reply_type: ClassVar[type[Value]] = ModelAnswer
    role: ModelRole
    messages: tuple[ChatMessage, ...]
    tools: tuple[ToolSpec, ...] = ()
    to: MessageId | None = None
    round: int = 0
    scene: SceneId | None = None
    approach: Approach | None = None
    """Of a repair."""


class ToolResult(Value):
    """What a tool call came to: what the model is told, and the jobs that it started."""

    call: str
    name: str
    ok: bool
    content: str
    jobs: tuple[JobId, ...] = ()


class Act(Command[ToolResult]):
    """Run one tool call against the project as it is now."""

    reply_type: ClassVar[type[Value]] = ToolResult
    call: ToolCall


class Build(Command[Verdict]):
    """Pass a source through the gates before rendering; the verdict names the bundle."""

    reply_type: ClassVar[type[Value]] = Verdict
    source: str


class RenderCheck(Command[Verdict]):
    """Really render sampled frames of a bundle, in a child that can be killed; `source` is what it was made from."""

    reply_type: ClassVar[type[Value]] = Verdict
    bundle: Sha256
    source: str = ""
    video: Video
    duration_frames: int
    props: dict[str, JsonValue] = Field(default_factory=dict)
    assets: tuple[str, ...] = ()
    """The names of the project's files that a component may draw."""


class Published(Value):
    """A stored revision and its warnings; `shown` is false when something newer was asked for meanwhile."""

    revision: RevisionId
    scene: SceneId
    shown: bool
    warnings: tuple[Finding, ...] = ()


class Publish(Command[Published]):
    """Store a revision of a scene and show it, unless the scene has moved on to a later generation."""

    reply_type: ClassVar[type[Value]] = Published
    scene: SceneId
    generation: int
    source: str
    bundle: Sha256
    findings: tuple[Finding, ...] = ()
    report: dict[str, JsonValue] = Field(default_factory=dict)


class Inspection(Value):
    """What a published revision looks like; `ran` is false where no Chromium could look, and `why` says so."""

    revision: RevisionId
    ran: bool
    why: str = ""
    findings: tuple[Finding, ...] = ()
    stills: tuple[Still, ...] = ()
    report: dict[str, JsonValue] = Field(default_factory=dict)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What is worth a repair."""
        return tuple(found for found in self.findings if found.severity is Severity.ERROR)


class Inspect(Command[Inspection]):
    """Look at a published revision as a person would, in a Chromium that can be run safely, and keep its stills."""

    reply_type: ClassVar[type[Value]] = Inspection
    revision: RevisionId
    bundle: Sha256
    video: Video
    duration_frames: int
    props: dict[str, JsonValue] = Field(default_factory=dict)
    files: dict[str, Sha256] = Field(default_factory=dict)
    """The project's files by name, for the component to draw."""
