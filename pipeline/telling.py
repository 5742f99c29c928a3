"""Which events tell of a step: that it began, and what came of it. Every stage's failure is an event too."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline import progress
from pipeline.chat import ModelAnswer
from pipeline.commands import Act, AskModel
from pipeline.events import (
    ComponentBuildComplete,
    ComponentBuildError,
    ComponentBuildStart,
    ComponentGenerateComplete,
    ComponentGenerateStart,
    ComponentRepairComplete,
    ComponentRepairStart,
    ComponentValidateComplete,
    ComponentValidateError,
    ComponentValidateStart,
    Event,
    MessageComplete,
    MessageReset,
    ToolStart,
)
from pipeline.findings import Verdict
from pipeline.flow import Command
from pipeline.ids import JobId, MessageId, SceneId
from pipeline.replay import Key
from pipeline.value import Value

_STARTS: dict[str, type[Event]] = {
    "generate": ComponentGenerateStart,
    "build": ComponentBuildStart,
    "validate": ComponentValidateStart,
    "repair": ComponentRepairStart,
}


@dataclass(frozen=True)
class Subject:
    """The job that is told of: a component's has a scene, a turn's the message it writes."""

    job: JobId
    scene: SceneId | None
    message: MessageId | None


def told_of_start(subject: Subject, key: Key, attempt: int, command: Command[Value]) -> tuple[Event, ...]:
    """The events of a step that begins."""
    marks = {"job": subject.job, "step": key.step, "attempt": attempt}
    if subject.scene is not None and key.step in _STARTS:
        where = {**marks, "scene": subject.scene, "percent": progress.begun(key)}
        return (_STARTS[key.step].model_validate(where),)
    if isinstance(command, Act):
        return (ToolStart.model_validate({**marks, "call": command.call.id, "name": command.call.name}),)
    if isinstance(command, AskModel) and command.to and attempt > 1:
        return (MessageReset.model_validate({**marks, "message": command.to, "round": command.round}),)
    return ()


def told_of_reply(subject: Subject, key: Key, attempt: int, replies: Mapping[Key, Value]) -> tuple[Event, ...]:
    """The events of a step that was answered; `replies` holds what the job has heard, this one included."""
    reply = replies[key]
    marks = {"job": subject.job, "step": key.step, "attempt": attempt}
    if subject.scene is not None:
        return _told_of_component(key, reply, {**marks, "scene": subject.scene, "percent": progress.done(key)})
    if isinstance(reply, ModelAnswer) and subject.message is not None:
        text = text_so_far(replies)
        return (
            MessageComplete(
                job=subject.job,
                step=key.step,
                attempt=attempt,
                message=subject.message,
                content=text,
                final=not reply.tool_calls,
            ),
        )
    return ()


def text_so_far(replies: Mapping[Key, Value]) -> str:
    """What the model has said in a turn, round after round."""
    rounds = sorted(key for key in replies if key.step == "ask")
    said = (reply.text.strip() for key in rounds if isinstance(reply := replies[key], ModelAnswer))
    return "\n\n".join(text for text in said if text)


def _told_of_component(key: Key, reply: Value, where: dict[str, object]) -> tuple[Event, ...]:
    if key.step == "generate":
        return (ComponentGenerateComplete.model_validate(where),)
    if key.step == "repair":
        return (ComponentRepairComplete.model_validate(where),)
    if not isinstance(reply, Verdict):
        return ()
    found = {**where, "findings": reply.findings}
    if key.step == "build":
        kind = ComponentBuildComplete if reply.accepted else ComponentBuildError
        extra = {"bundle": reply.bundle} if reply.accepted else {}
        return (kind.model_validate({**found, **extra}),)
    kind_ = ComponentValidateComplete if reply.accepted else ComponentValidateError
    return (kind_.model_validate(found),)
