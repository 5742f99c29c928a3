"""How a stopped job goes on: from its last good step, from an earlier one, or with the person's own words or source.

What is forgotten is kept as history and heard no more. Nothing that shows outside is done twice: a turn whose tool
calls were carried out cannot be sent back to before them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import Field

from pipeline.commands import ToolResult
from pipeline.errors import ResumeRefusedError
from pipeline.findings import Verdict
from pipeline.flows import flow_of
from pipeline.jobs import Allowance, ComponentBrief, TurnBrief
from pipeline.replay import Key, Run
from pipeline.value import Value

LONGEST_PROMPT = 20_000
LONGEST_SOURCE = 200_000


class Resumption(Value):
    """What a person wants of it. Nothing given: go on after the last good step."""

    from_step: str | None = Field(default=None, max_length=40, description="the step to begin again, at its last time")
    prompt: str | None = Field(default=None, max_length=LONGEST_PROMPT, description="says anew what is wanted")
    source: str | None = Field(default=None, max_length=LONGEST_SOURCE, description="a component of the person's own")

    @property
    def begins_anew(self) -> bool:
        """Whether a component hears nothing again of what was checked before."""
        return self.prompt is not None or self.source is not None or self.from_step == "generate"


class Fork(Value):
    """What a new job shares with the one it is made from: the checkpoints up to `up_to` and with it, else all."""

    up_to: str | None = Field(default=None, max_length=40, description="the last step to share, at its last time")
    prompt: str | None = Field(default=None, max_length=LONGEST_PROMPT, description="says anew what is wanted")
    source: str | None = Field(default=None, max_length=LONGEST_SOURCE, description="a component of the person's own")


@dataclass(frozen=True)
class Forked:
    """The brief of the new job, and the checkpoints that it shares."""

    brief: ComponentBrief
    shared: tuple[Key, ...]


@dataclass(frozen=True)
class Resumed:
    """The brief that the flow goes on with, and the checkpoints that it hears no more."""

    brief: TurnBrief | ComponentBrief
    forgotten: tuple[Key, ...]


def resumed(brief: TurnBrief | ComponentBrief, recorded: Mapping[Key, Value], asked: Resumption) -> Resumed:
    """What a resume comes to; what the flow may spend is raised. Raises ResumeRefusedError."""
    _check(asked)
    if isinstance(brief, TurnBrief):
        return _turn(brief, recorded, asked)
    return _component(brief, recorded, asked)


def forked(brief: TurnBrief | ComponentBrief, recorded: Mapping[Key, Value], asked: Fork) -> Forked:
    """What a fork begins with; from a publish on nothing is shared, for that showed. Raises ResumeRefusedError."""
    if isinstance(brief, TurnBrief):
        sentence = "a turn answers one message; send the message again to have another answer"
        raise ResumeRefusedError("fork.of-turn", sentence)
    edited = resumed(brief, recorded, Resumption(prompt=asked.prompt, source=asked.source))
    heard = path(brief, recorded)
    shown = [at for at, key in enumerate(heard) if key.step == "publish"]
    left_out = {*edited.forgotten, *_from(asked.up_to, heard)[1:], *heard[shown[0] if shown else len(heard) :]}
    shared = tuple(key for key in recorded if key not in left_out and key.step != "publish")
    changed = edited.brief.model_copy(update={"allowance": Allowance()})
    return Forked(changed, shared)  # type: ignore[arg-type]  # it was a component's


def path(brief: TurnBrief | ComponentBrief, recorded: Mapping[Key, Value]) -> tuple[Key, ...]:
    """The recorded checkpoints that the flow hears, in the order in which it hears them."""
    run = Run(flow_of(brief), recorded)
    run.begin()
    heard = tuple(key for key in run.asked if key in recorded)
    run.close()
    return heard


def _turn(brief: TurnBrief, recorded: Mapping[Key, Value], asked: Resumption) -> Resumed:
    if asked.source is not None:
        raise ResumeRefusedError("resume.no-source", "a turn has no source of its own; give a prompt instead")
    heard = path(brief, recorded)
    forgotten = heard if asked.prompt is not None else _from(asked.from_step, heard)
    if any(isinstance(reply := recorded[key], ToolResult) and reply.ok for key in forgotten):
        sentence = "what its tools changed is done, and a resume takes nothing back; resume it as it is, or say more"
        raise ResumeRefusedError("resume.already-acted", sentence)
    forgotten = tuple(key for key in forgotten if key.step != "recall" or asked.from_step == "recall")
    content = brief.content if asked.prompt is None else asked.prompt
    return Resumed(brief.model_copy(update={"content": content, "allowance": brief.allowance.raised()}), forgotten)


def _component(brief: ComponentBrief, recorded: Mapping[Key, Value], asked: Resumption) -> Resumed:
    changed: dict[str, object] = {"allowance": brief.allowance.raised()}
    if asked.prompt is not None:
        changed["instruction"] = asked.prompt
    if asked.source is not None:
        changed |= {"draft": asked.source, "draft_may_be_mended": False}
        forgotten = tuple(key for key in recorded if key.step != "generate")
    elif asked.prompt is not None or asked.from_step == "generate":
        changed["draft"] = None
        forgotten = tuple(recorded)
    else:
        heard = path(brief, recorded)
        changed["draft_may_be_mended"] = brief.draft is not None and any(_refuses(recorded[key]) for key in heard)
        forgotten = _from(asked.from_step, heard)
    return Resumed(brief.model_copy(update=changed), forgotten)


def _refuses(reply: Value) -> bool:
    return isinstance(reply, Verdict) and not reply.accepted


def _from(step: str | None, heard: tuple[Key, ...]) -> tuple[Key, ...]:
    """The last checkpoint of that step, and all that came after it."""
    if step is None:
        return ()
    places = [place for place, key in enumerate(heard) if key.step == step]
    if not places:
        known = ", ".join(dict.fromkeys(key.step for key in heard)) or "none yet"
        raise ResumeRefusedError("resume.no-such-step", f"the job has no good step {step}; it has {known}")
    return heard[places[-1] :]


def _check(asked: Resumption) -> None:
    if asked.prompt is not None and not asked.prompt.strip():
        raise ResumeRefusedError("resume.empty", "the prompt is empty; leave it out, or say what is wanted")
    if asked.source is not None and not asked.source.strip():
        raise ResumeRefusedError("resume.empty", "the source is empty; leave it out, or give a component")
    if asked.from_step is not None and (asked.prompt is not None or asked.source is not None):
        sentence = "a prompt or a source says by itself where the job begins again; leave from_step out"
        raise ResumeRefusedError("resume.two-wishes", sentence)
