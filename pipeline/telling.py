"""Which events tell of a step: that it began, and what came of it. Every stage's failure is an event too."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline import progress
from pipeline.chat import ModelAnswer
from pipeline.commands import Act, AskModel, Inspection, Recall
from pipeline.events import Event, MessageComplete, MessageReset, MessageStart, ToolStart
from pipeline.findings import Verdict
from pipeline.flow import Command
from pipeline.ids import JobId, MessageId, SceneId
from pipeline.replay import Key
from pipeline.stages import STAGES
from pipeline.value import Value


@dataclass(frozen=True)
class Subject:
    """The job that is told of: a component's has a scene, a turn's the message it writes."""

    job: JobId
    scene: SceneId | None
    message: MessageId | None


def told_of_start(subject: Subject, key: Key, attempt: int, command: Command[Any]) -> tuple[Event, ...]:
    """The events of a step that begins."""
    marks = {"job": subject.job, "step": key.step, "attempt": attempt}
    if subject.scene is not None:
        begins = STAGES[key.step].start
        where = {**marks, "scene": subject.scene, "percent": progress.begun(key), **_repair(key, command)}
        return (begins.model_validate(where),) if begins else ()
    if isinstance(command, Recall) and subject.message:
        return (MessageStart.model_validate({**marks, "message": subject.message}),)
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
    if isinstance(reply, ModelAnswer) and subject.message is not None and key.step == "ask":
        text = text_so_far(replies)
        return (
            MessageComplete(
                job=subject.job,
                step=key.step,
                attempt=attempt,
                message=subject.message,
                content=text,
                round=last_round(replies),
                final=not reply.tool_calls,
            ),
        )
    return ()


def _repair(key: Key, told: Command[Any] | Value) -> dict[str, object]:
    """Which repair it is, how it is gone about, and what it took."""
    if key.step != "repair":
        return {}
    if isinstance(told, AskModel):
        return {"number": key.ordinal + 1, "approach": told.approach}
    if isinstance(told, ModelAnswer):
        usage = told.usage.model_dump(include={"tokens_in", "tokens_out"})
        return {"number": key.ordinal + 1, "model": told.model, **usage}
    return {}


def text_so_far(replies: Mapping[Key, Value]) -> str:
    """What the model has said in a turn, round after round."""
    rounds = sorted(key for key in replies if key.step == "ask")
    said = (reply.text.strip() for key in rounds if isinstance(reply := replies[key], ModelAnswer))
    return "\n\n".join(text for text in said if text)


def last_round(replies: Mapping[Key, Value]) -> int:
    """The last round of a turn that the model has answered, from 0; -1 before the first."""
    return max((key.ordinal for key in replies if key.step == "ask"), default=-1)


def _told_of_component(key: Key, reply: Value, where: dict[str, object]) -> tuple[Event, ...]:
    stage = STAGES[key.step]
    if isinstance(reply, Inspection):
        seen = reply.model_dump(include={"revision", "ran", "why", "findings", "stills"})
        return (stage.complete.model_validate({**where, **seen}),) if stage.complete else ()
    if not isinstance(reply, Verdict):
        return (stage.complete.model_validate({**where, **_repair(key, reply)}),) if stage.complete else ()
    kind = stage.complete if reply.accepted else stage.error
    found = {"findings": reply.findings, "bundle": reply.bundle}
    fits = {name: value for name, value in found.items() if kind and name in kind.model_fields}
    return (kind.model_validate({**where, **fits}),) if kind else ()
