"""The whole tree on a real store, with fakes only at its edges."""

import itertools
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from actors.build_worker import Checks
from actors.llm import Models
from actors.messages import (
    BUILD_WORKER,
    JOURNAL,
    LLM,
    ORCHESTRATOR,
    Framed,
    Perform,
    Sending,
    StartJob,
    Write,
)
from actors.orchestrator.chances import Chances
from actors.runtime import Action, ActorSystem, Backoff, Decision, Supervisor
from actors.tree import Parts, report_to, tree
from pipeline.ids import JobId, MessageId, ProjectId
from pipeline.project import Video
from pipeline.resuming import Resumption
from storage.artifacts import ArtifactStore
from storage.database import open_database
from storage.entries import AcceptMessage, CreateProject, Entry, Refused, Written
from storage.reader import Reader
from storage.wishes import ResumeJob
from storage.writer import Writer
from tests.actors.edges import PATIENCE_S, PROJECT, Ears, Gate, Model, ScriptedLLM


class SlowWriter(Writer):
    """Writes while `flows` is set; until then whoever writes waits."""

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **settings)
        self.flows = threading.Event()
        self.flows.set()

    def write(self, entries: Any) -> list[Written | Refused]:  # noqa: ANN401
        assert self.flows.wait(PATIENCE_S)
        return super().write(entries)


class House:
    """Everything between a message and its frames, in one data folder that outlives it."""

    def __init__(self, folder: Path, model: Model | None = None, reader: type[Reader] = Reader) -> None:
        self.model = model or Model()
        self.ears = Ears()
        self.heard: list[Framed] = []
        self.faults: Queue[BaseException] = Queue()
        self.decisions: Queue[Decision] = Queue()
        self.database = open_database(folder)
        self.reader = reader(folder)
        artifacts, ids = ArtifactStore(folder / "artifacts"), itertools.count(time.time_ns())
        self.writer = SlowWriter(self.database, clock=time.time, ids=lambda prefix: f"{prefix}_{next(ids)}")
        self.parts = Parts(
            writer=self.writer,
            reader=self.reader,
            artifacts=artifacts,
            sink=self.ears,
            history=self.database.history_epoch,
            books=self.reader.books,
            models=Models({}),
            checks=lambda: Gate(self.faults),
            eyes=lambda: "nobody looks here",
            chances=Chances(time.time, lambda: 0.01),
        )
        self._open()

    def reopen(self, checks: Callable[[], Checks], **worker: Any) -> None:  # noqa: ANN401
        """Go on with other checks, and build workers that are watched otherwise."""
        self.supervisor.stop(PATIENCE_S)
        self.system.stop()
        self.parts = replace(self.parts, checks=checks)
        self._open({BUILD_WORKER: worker})

    def _open(self, otherwise: dict[str, dict[str, Any]] | None = None) -> None:
        self.system = ActorSystem()
        changes = {LLM: {"start": lambda: ScriptedLLM(self.model)}, **(otherwise or {})}
        specs = [replace(spec, **changes.get(spec.name, {})) for spec in tree(self.parts)]
        self.supervisor = Supervisor(
            self.system,
            specs,
            intensity=1_000,
            max_consecutive=1_000,
            backoff=Backoff(0.001, 0.01),
            on_failure=report_to(self.system),
            on_decision=self.decisions.put,
        )
        self.supervisor.start()

    def close(self) -> None:
        self.writer.flows.set()
        self.supervisor.stop(PATIENCE_S)
        self.system.stop()
        self.reader.close()
        self.database.close()

    def write(self, entry: Entry, *then: Sending) -> Written:
        written = self.system.address(JOURNAL).ask(Write(entry, then), timeout_s=PATIENCE_S)
        assert isinstance(written, Written)
        return written

    def begin(self, project: ProjectId = PROJECT) -> None:
        self.write(CreateProject(project, Video()))

    def say(self, name: str, project: ProjectId = PROJECT) -> JobId:
        """Post a message as the server does; returns its turn."""
        entry = _message(name, project)
        self.write(entry, Sending(ORCHESTRATOR, StartJob(entry.job)))
        return entry.job

    def leave(self, name: str) -> JobId:
        """A message that was stored while nobody could begin its turn: the orchestrator finds it in the store."""
        entry = _message(name, PROJECT)
        self.writer.write([entry])
        self.tell(StartJob(entry.job))
        return entry.job

    def resume(self, job: JobId, **asked: str) -> None:
        """Let a stopped job go on as the server does."""
        self.write(ResumeJob(job, Resumption(**asked)), Sending(ORCHESTRATOR, StartJob(job)))

    def tell(self, message: object) -> None:
        self.system.address(ORCHESTRATOR).tell(message)

    def next(self) -> Framed:
        """The next committed event."""
        framed = self.ears.framed.get(timeout=PATIENCE_S)
        self.heard.append(framed)
        return framed

    def until(self, *names: str, job: JobId | None = None) -> Framed:
        """Hear on until one of these is told (of that job)."""
        while (framed := self.next()).name not in names or (job and framed.told.job != job):
            pass
        return framed

    def finish(self, jobs: int) -> None:
        """Hear on until so many jobs have ended."""
        for _ in range(jobs):
            self.until("job.complete", "job.failed", "job.cancelled")

    def kill(self, name: str) -> None:
        """Let an actor die (again, where it was not there yet), and wait until its next life is decided on."""
        while not self.decisions.empty():
            self.decisions.get()
        for _ in range(10):
            self.supervisor.kill(name)
            with suppress(Empty):
                return self._restarted(name)
        message = f"{name} does not die"
        raise AssertionError(message)

    def _restarted(self, name: str) -> None:
        while True:
            decision = self.decisions.get(timeout=PATIENCE_S / 10)
            assert decision.action is not Action.GIVE_UP
            if decision.action is Action.RESTART and decision.child.startswith(name):
                return

    def release(self, work: Perform) -> None:
        """The model ends an answer that it held."""
        self.tell(self.model.release(work))

    def names(self, job: JobId | None = None) -> list[str]:
        """What was told (of a job), in order."""
        return [framed.name for framed in self.heard if job is None or framed.told.job == job]

    def numbers(self, project: ProjectId = PROJECT) -> list[int]:
        """The numbers of what was told of a project."""
        return [framed.seq for framed in self.heard if framed.project == project]


def _message(name: str, project: ProjectId) -> AcceptMessage:
    asked, answer = MessageId(f"asked_{name}"), MessageId(f"answer_{name}")
    return AcceptMessage(project, "maker", asked, answer, name, JobId(f"job_{name}"))
