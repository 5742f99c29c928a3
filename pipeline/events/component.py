"""What happens on the way of a component, step by step."""

from typing import Literal

from pydantic import Field

from pipeline.events.event import Event, Update
from pipeline.findings import Finding
from pipeline.ids import JobId, RevisionId, SceneId, Sha256
from pipeline.mending import Approach
from pipeline.project import Still

Gate = Literal["parse", "bundle", "render", "types"]

Percent = Field(ge=0, le=100, description="how far the whole component job is, in percent")


class ComponentEvent(Event):
    """Every event of a component job says its scene and how far the job is."""

    scene: SceneId
    percent: int = Percent


class ComponentQueued(ComponentEvent):
    """A component job was stored; `turn` is the job whose tool call asked for it."""

    turn: JobId | None = None
    instruction: str | None = None


class ComponentGenerateStart(ComponentEvent):
    """The model is asked to write the component."""


class ComponentGenerateProgress(Update):
    """The code as it is written: `text` begins `offset` characters into this attempt, `characters` are there now."""

    scene: SceneId
    percent: int = Percent
    characters: int
    offset: int = 0
    text: str = ""


class ComponentGenerateComplete(ComponentEvent):
    """The model's answer is stored."""


class ComponentBuildStart(ComponentEvent):
    """The source goes through the gates before rendering."""


class ComponentBuildComplete(ComponentEvent):
    """The source became a bundle."""

    bundle: Sha256
    findings: tuple[Finding, ...] = ()


class ComponentBuildError(ComponentEvent):
    """The source was refused before rendering; repair follows while the allowance lasts."""

    findings: tuple[Finding, ...]


class ComponentValidateStart(ComponentEvent):
    """The bundle is rendered at sampled frames."""


class ComponentValidateProgress(Update):
    """Which gate a source or its bundle is at, and how many of its parts are done; those of `render` are frames."""

    scene: SceneId
    percent: int = Percent
    gate: Gate
    done: int
    of: int


class ComponentValidateComplete(ComponentEvent):
    """The frames were rendered and nothing stands against showing them."""

    findings: tuple[Finding, ...] = ()


class ComponentValidateError(ComponentEvent):
    """Rendering found errors; repair follows while the allowance lasts."""

    findings: tuple[Finding, ...]


class ComponentRepairStart(ComponentEvent):
    """The model is asked to mend what was found, for the `number`th time: this, all, or by writing it simpler."""

    number: int = 1
    approach: Approach | None = None


class ComponentRepairComplete(ComponentEvent):
    """The model's repair is stored; the tokens are what it took."""

    number: int = 1
    model: str = ""
    tokens_in: int = 0
    tokens_out: int = 0


class ComponentInspectStart(ComponentEvent):
    """The published revision is looked at in a real browser."""


class ComponentInspectComplete(ComponentEvent):
    """What the published revision looks like; where nobody could look, `ran` is false and `why` says so."""

    revision: RevisionId
    ran: bool
    why: str = ""
    findings: tuple[Finding, ...] = ()
    stills: tuple[Still, ...] = ()


class ComponentPublishComplete(ComponentEvent):
    """The revision is stored; `shown` is false when something newer was asked for meanwhile."""

    revision: RevisionId
    bundle: Sha256
    shown: bool
    findings: tuple[Finding, ...] = ()
