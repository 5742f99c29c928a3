"""The edges of the tree in tests: a scripted model, checks that accept, a sink that keeps what it is handed."""

from collections.abc import Callable, Sequence
from queue import Queue
from typing import Any

from actors.gates.passed import Passed
from actors.messages import (
    ORCHESTRATOR,
    AttemptFailed,
    Framed,
    LiveFrame,
    Perform,
    Performed,
)
from actors.runtime import Actor
from pipeline.chat import ModelAnswer
from pipeline.commands import AskModel, RenderCheck
from pipeline.events import Update
from pipeline.failures import ErrorContext
from pipeline.findings import Verdict
from pipeline.ids import ProjectId
from pipeline.value import Value
from tests.pipeline.play import answer, call

PATIENCE_S = 30.0
PROJECT = ProjectId("prj_1")
PLAN = """{"title": "Nimbus", "scenes": [
    {"name": "Title", "description": "a title", "duration_seconds": 2},
    {"name": "Outro", "description": "an end", "duration_seconds": 2}]}"""
CODE = answer("```tsx\nexport default () => null;\n```")

Outcome = ModelAnswer | Value | ErrorContext


def planned(ask: AskModel) -> Outcome:
    """A model that plans two scenes, says so, and writes a component for each."""
    if ask.role != "plan":
        return CODE
    if ask.round == 0:
        return answer("On it.", call("plan_scenes", PLAN))
    return answer("Two scenes are being made.")


class Model:
    """What the model says, and what it was really asked; while `holds`, it begins to answer and does not end."""

    def __init__(self) -> None:
        self.script: Callable[[AskModel], Outcome] = planned
        self.holds = False
        self.asked: Queue[Perform] = Queue()
        self.dropped: Queue[object] = Queue()
        self.released: dict[object, Performed | AttemptFailed] = {}

    def outcome(self, work: Perform) -> Performed | AttemptFailed:
        assert isinstance(work.command, AskModel)
        said = self.script(work.command)
        marks = (work.job, work.epoch, work.key, work.attempt)
        if isinstance(said, ErrorContext):
            return AttemptFailed(*marks, said)
        return Performed(*marks, said)

    def release(self, work: Perform) -> Performed | AttemptFailed:
        """End an answer that was held; like any other it is given again to whoever asks again."""
        outcome = self.released[work.job, work.key, work.epoch] = self.outcome(work)
        return outcome


class ScriptedLLM(Actor):
    """Keeps the promise of the real one: a key is asked once in a life, and answered again from memory."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._known: dict[object, Performed | AttemptFailed | None] = {}

    def on_receive(self, message: object) -> None:
        if not isinstance(message, Perform):
            self._model.dropped.put(message)
            return
        name = (message.job, message.key, message.epoch)
        if name not in self._known:
            self._known[name] = None if self._model.holds else self._model.outcome(message)
            self._model.asked.put(message)
        outcome = self._known[name] or self._model.released.get(name)
        if isinstance(outcome, AttemptFailed):
            del self._known[name]  # a failure is not remembered
            self._model.released.pop(name, None)
        if outcome:
            self.system.address(ORCHESTRATOR).tell(outcome)


class Gate:
    """Accepts everything but a source that says KILL; `faults` are raised by the builds to come, in order."""

    def __init__(self, faults: "Queue[BaseException]") -> None:
        self._faults = faults

    def build(self, source: str, passed: Passed) -> tuple[Verdict, bytes | None]:
        del passed
        if not self._faults.empty():
            raise self._faults.get()
        if "KILL" in source:
            raise SystemExit("the worker is gone")
        return Verdict(accepted=True), source.encode()

    def interrupt(self) -> None:
        """It is never long at work."""

    def render(self, bundle: bytes, command: RenderCheck, passed: Passed) -> Verdict:
        del passed
        assert bundle
        return Verdict(accepted=True, bundle=command.bundle)

    def close(self) -> None:
        """Nothing is held."""


class Ears:
    """A sink that keeps what it is handed; `faults` are raised by the next events to come, in order."""

    def __init__(self) -> None:
        self.framed: Queue[Framed] = Queue()
        self.live: Queue[Update] = Queue()
        self.gaps: Queue[bool] = Queue()
        self.faults: Queue[BaseException] = Queue()

    def publish_threadsafe(self, events: Any) -> None:  # noqa: ANN401
        if not self.faults.empty():
            raise self.faults.get()
        for event in events:
            self.framed.put(event)

    def live_threadsafe(self, updates: Sequence[LiveFrame]) -> None:
        for project, update, frame in updates:
            assert project
            assert frame
            self.live.put(update)

    def catch_up_threadsafe(self) -> None:
        self.gaps.put(item=True)
