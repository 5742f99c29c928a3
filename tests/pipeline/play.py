"""Plays a flow as a conversation: given this flow, it asks X, hears Y, asks Z."""

from collections.abc import Sequence
from typing import Any

from pipeline.chat import ModelAnswer, ToolCall
from pipeline.commands import Inspection, Published, ToolResult
from pipeline.findings import Finding, Verdict
from pipeline.flow import Command
from pipeline.ids import RevisionId, SceneId, Sha256
from pipeline.jobs import Allowance, ComponentBrief
from pipeline.project import Project, Scene, Video
from pipeline.replay import Flow, Key, Run
from pipeline.value import Value

BUNDLE = Sha256("b" * 64)
BUILT = Verdict(accepted=True, bundle=BUNDLE)
ACCEPTED = Verdict(accepted=True)
PUBLISHED = Published(revision=RevisionId("revision_1"), scene=SceneId("scene_1"), shown=True)
LOOKED = Inspection(revision=RevisionId("revision_1"), ran=True)

Line = tuple[type[Command[Any]], Value]


def play(flow: Flow, lines: Sequence[Line]) -> tuple[Run, list[Command[Any]]]:
    """Feed the replies in order; the run, and the commands that were asked."""
    run, asked = Run(flow), []
    waiting = list(run.begin().items())
    for kind, reply in lines:
        key, command = waiting.pop(0)
        assert isinstance(command, kind), f"asked {command!r}, expected a {kind.__name__}"
        asked.append(command)
        waiting += run.hear(key, reply).items()
    assert not waiting, f"still asks {waiting}"
    return run, asked


def recorded(flow: Flow, lines: Sequence[Line]) -> dict[Key, Value]:
    """The checkpoints of that conversation."""
    run, checkpoints = Run(flow), {}
    waiting = list(run.begin())
    for _, reply in lines:
        key = waiting.pop(0)
        checkpoints[key] = reply
        waiting += run.hear(key, reply)
    return checkpoints


def answer(text: str, *calls: ToolCall) -> ModelAnswer:
    reason = "tool_calls" if calls else "stop"
    return ModelAnswer(text=text, tool_calls=calls, finish_reason=reason, model="m", provider="p")


def rejected(code: str, message: str = "it is wrong") -> Verdict:
    return Verdict(accepted=False, findings=(Finding(code=code, message=message),))


def call(name: str, arguments: str = "{}", number: int = 1) -> ToolCall:
    return ToolCall(id=f"call_{number}", name=name, arguments=arguments)


def result(number: int = 1, *, ok: bool = True) -> ToolResult:
    return ToolResult(call=f"call_{number}", name="plan_scenes", ok=ok, content="done", jobs=())


def a_scene(number: int = 1, **fields: Any) -> Scene:  # noqa: ANN401
    values = {"id": f"scene_{number}", "name": f"Scene {number}", "duration_frames": 60, **fields}
    return Scene.model_validate(values)


def a_project(scenes: int = 0, **fields: Any) -> Project:  # noqa: ANN401
    values = {"id": "project_1", "video": Video(), "scenes": tuple(map(a_scene, range(1, scenes + 1))), **fields}
    return Project.model_validate(values)


def a_brief(**fields: Any) -> ComponentBrief:  # noqa: ANN401
    values = {"scene": a_scene(), "video": Video(), "number": 1, "of": 1, "allowance": Allowance(), **fields}
    return ComponentBrief.model_validate(values)
