"""One life of the whole tree on a data folder: real store, real actors; model, gates and browser are invented."""

import itertools
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

from actors.gates.passed import Passed
from actors.llm import Models
from actors.messages import JOURNAL, LLM, ORCHESTRATOR, Framed, LiveFrame, Perform, Performed, Sending, StartJob, Write
from actors.orchestrator.chances import Chances
from actors.runtime import Actor, Backoff, StoppedError, Supervisor
from actors.tree import Parts, report_to, tree
from drills.sweep.points import TURN, Crash, PointedSystem, PointedWriter, Points
from pipeline.chat import ModelAnswer, ToolCall
from pipeline.commands import AskModel, RenderCheck
from pipeline.findings import Finding, Verdict
from pipeline.ids import MessageId, ProjectId
from pipeline.jobs import OPEN
from pipeline.project import Video
from storage.artifacts import FOLDER, ArtifactStore
from storage.database import open_database
from storage.entries import AcceptMessage, CreateProject
from storage.errors import NotFoundError
from storage.reader import Reader
from storage.replies import Replies

PROJECT = ProjectId("prj_sweep")
CALLS = "calls"
"""Where the model notes what it was asked: job, step, count, and whether that was answered already."""

INLINE_BYTES = 210
"""So that some replies lie in artifacts, whose files have boundaries of their own."""

_PATIENCE_S = 60.0
_PLAN = '{"title": "Sweep", "scenes": [{"name": "Title", "description": "a title", "duration_seconds": 2}]}'
_REFUSED = "```tsx\nexport default () => REFUSED;\n```"
_GOOD = "```tsx\nexport default () => null;\n```"


class Life:
    """`with Life(folder, points)`: everything runs, from whatever an earlier life left until all has ended."""

    def __init__(self, folder: Path, points: Points) -> None:
        self._folder = folder
        self._points = points

    def __enter__(self) -> Self:
        self._database = open_database(self._folder)
        self.reader = Reader(self._folder)
        artifacts = ArtifactStore(self._folder / FOLDER, rename=self._points.rename)
        writer = self._writer(artifacts)
        self._system = PointedSystem(self._points)
        specs = [
            replace(spec, start=lambda: _Author(self._folder, self.reader)) if spec.name == LLM else spec
            for spec in tree(self._parts(writer, artifacts))
        ]
        self._supervisor = Supervisor(
            self._system,
            specs,
            intensity=1_000,
            max_consecutive=1_000,
            backoff=Backoff(0.001, 0.01),
            on_failure=report_to(self._system),
        )
        self._supervisor.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._supervisor.stop(_PATIENCE_S)
        self._system.stop()
        self.reader.close()
        self._database.close()

    def say(self) -> None:
        """A project and its first message, as the server writes them; what was acknowledged before stays."""
        self._ask(Write(CreateProject(PROJECT, Video())))
        message = AcceptMessage(PROJECT, "maker", MessageId("asked"), MessageId("answer"), "a teaser", TURN)
        self._ask(Write(message, (Sending(ORCHESTRATOR, StartJob(TURN)),)))

    def _ask(self, write: Write) -> None:
        """As a client does: what was not acknowledged is asked again, under the same ids."""
        for _ in range(3):
            try:
                self._system.address(JOURNAL).ask(write, timeout_s=_PATIENCE_S)
            except (Crash, StoppedError):
                continue
            return

    def until_over(self) -> bool:
        """Whether all jobs ended in time."""
        deadline = time.monotonic() + _PATIENCE_S
        while time.monotonic() < deadline:
            if self._is_over():
                return True
            time.sleep(0.005)
        return False

    def _is_over(self) -> bool:
        try:
            jobs = self.reader.snapshot(PROJECT).jobs
        except NotFoundError:
            return False
        return len(jobs) > 1 and not any(job.status in OPEN for job in jobs)

    def _writer(self, artifacts: ArtifactStore) -> PointedWriter:
        ids, replies = itertools.count(time.time_ns()), Replies(artifacts, INLINE_BYTES)
        writer = PointedWriter(
            self._database, clock=time.time, ids=lambda prefix: f"{prefix}_{next(ids)}", replies=replies
        )
        writer.points = self._points
        return writer

    def _parts(self, writer: PointedWriter, artifacts: ArtifactStore) -> Parts:
        return Parts(
            writer=writer,
            reader=self.reader,
            artifacts=artifacts,
            sink=_Nobody(),
            history=self._database.history_epoch,
            books=self.reader.books,
            models=Models({}),
            checks=_Gate,
            eyes=lambda: "nobody looks here",
            chances=Chances(time.time, random.random),
            build_workers=1,
        )


class _Author(Actor):
    """Plans one scene, writes a component that is refused, and mends it; a key is answered again from memory."""

    def __init__(self, folder: Path, reader: Reader) -> None:
        self._calls = folder / CALLS
        self._reader = reader
        self._answers: dict[object, Performed] = {}

    def on_receive(self, message: object) -> None:
        if isinstance(message, Perform):
            name = (message.job, message.key, message.epoch)
            if name not in self._answers:
                self._note(message)
                self._answers[name] = _answered(message)
            self.system.address(ORCHESTRATOR).tell(self._answers[name])

    def _note(self, work: Perform) -> None:
        known = work.key in self._reader.recorded(work.job)
        with self._calls.open("a") as calls:
            calls.write(f"{work.job} {work.key.step} {work.key.ordinal} {known}\n")


class _Gate:
    """Refuses a source that says so."""

    def build(self, source: str, passed: Passed) -> tuple[Verdict, bytes | None]:
        del passed
        if "REFUSED" in source:
            return Verdict(accepted=False, findings=(Finding(code="sweep.refused", message="it says so"),)), None
        return Verdict(accepted=True), source.encode()

    def render(self, bundle: bytes, command: RenderCheck, passed: Passed) -> Verdict:
        del bundle, passed
        return Verdict(accepted=True, bundle=command.bundle)

    def interrupt(self) -> None:
        """It is never long at work."""

    def close(self) -> None:
        """Nothing is held."""


class _Nobody:
    """A sink without clients: what a client would be told is read from the store."""

    def publish_threadsafe(self, events: Sequence[Framed]) -> None:
        """Nobody listens."""

    def live_threadsafe(self, updates: Sequence[LiveFrame]) -> None:
        """Nobody listens."""

    def catch_up_threadsafe(self) -> None:
        """Nobody listens."""


def _answered(work: Perform) -> Performed:
    return Performed(work.job, work.epoch, work.key, work.attempt, _said(work))


def _said(work: Perform) -> ModelAnswer:
    ask = work.command
    assert isinstance(ask, AskModel)  # noqa: S101  # nothing else is dispatched to it
    calls: tuple[ToolCall, ...] = ()
    if ask.role == "plan" and ask.round == 0:
        calls = (ToolCall(id="c1", name="plan_scenes", arguments=_PLAN),)
    text = {"plan": "It is being made.", "write": _REFUSED, "repair": _GOOD}[ask.role]
    reason = "tool_calls" if calls else "stop"
    return ModelAnswer(text=text, tool_calls=calls, finish_reason=reason, model="m", provider="p")
