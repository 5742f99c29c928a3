"""Our durable core without the server: Journal, Orchestrator, and a worker whose steps are nothing at all.

Run as a program it measures itself, in a process of its own, and prints one line of JSON:
FOLDER, MODE (`run`, `hold` and `recover`, `queue` and `line`), JOBS, AT ONCE.
"""

import json
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from queue import Queue
from time import perf_counter

from actors.journal import Journal
from actors.messages import (
    BROADCASTER,
    BUILD_WORKER,
    JOURNAL,
    ORCHESTRATOR,
    Sending,
    StartJob,
    Write,
)
from actors.orchestrator.admission import Limit
from actors.orchestrator.chances import Chances
from actors.orchestrator.doorman import Door
from actors.orchestrator.orchestrator import Orchestrator
from actors.overview import Overview
from actors.runtime import ActorSystem, ChildSpec, Supervisor
from benchmarks.trivial import Ears, Worker, flow_of
from pipeline.ids import JobId, MessageId, ProjectId
from pipeline.jobs import JobKind
from pipeline.project import Video
from storage.database import open_database
from storage.entries import AcceptMessage, CreateProject
from storage.reader import Reader
from storage.writer import Writer

LINE = ProjectId("p_line")
"""The project whose jobs wait in one line: one is at work, all others stand behind it."""

ROOM = 1_000_000
PATIENCE_S = 120.0
LIMITS: dict[JobKind, Limit] = {"turn": Limit(1_000, 1), "component": Limit(1_000, 1_000)}


class Core:
    """The running core on a data folder."""

    def __init__(self, folder: Path, *, holds: bool = False) -> None:
        self.held: Queue[JobId] = Queue()
        self._database = open_database(folder)
        self._ids = count()
        self._reader = Reader(folder)
        self._waiting: dict[JobId, threading.Event] = {}
        self.done: Queue[JobId] = Queue()
        self.system = ActorSystem()
        self._supervisor = Supervisor(self.system, self._specs(self.held if holds else None))
        self._supervisor.start()

    def close(self) -> None:
        """Stop."""
        self._supervisor.stop(10.0)
        self.system.stop()
        self._reader.close()
        self._database.close()

    def overview(self) -> Overview:
        """What an operator would see of it."""
        return Overview(self.system, self._supervisor, self._supervisor.start)

    def open_jobs(self) -> int:
        """How many jobs are not over."""
        return len(self._reader.open_jobs())

    def create(self, project: ProjectId) -> None:
        """A project; its turns go one after the other."""
        self._ask(Write(CreateProject(project, Video())))

    def submit(self, project: ProjectId, number: int) -> JobId:
        """Have a job stored, and started once it is."""
        job = JobId(f"job_{project}_{number}")
        entry = self._message(project, number, job)
        self._ask(Write(entry, (Sending(ORCHESTRATOR, StartJob(job)),)))
        return job

    def leave(self, project: ProjectId, jobs: int) -> None:
        """Have so many jobs stored and nobody told, for the next life to find."""
        journal = self.system.address(JOURNAL)
        for number in range(jobs):
            journal.tell(Write(self._message(project, number, JobId(f"job_{project}_{number}"))))
        self.create(ProjectId("p_last"))  # written after all of them

    def finish(self, project: ProjectId, number: int) -> float:
        """Submit a job and wait until it is complete; how long that took."""
        begun, over = perf_counter(), threading.Event()
        self._waiting[JobId(f"job_{project}_{number}")] = over
        self.submit(project, number)
        if not over.wait(PATIENCE_S):
            message = f"job {number} of {project} is not over after {PATIENCE_S:g} s"
            raise TimeoutError(message)
        return perf_counter() - begun

    def _ask(self, write: Write) -> None:
        self.system.address(JOURNAL).ask(write, timeout_s=PATIENCE_S)

    @staticmethod
    def _message(project: ProjectId, number: int, job: JobId) -> AcceptMessage:
        said = f"{project}_{number}"
        return AcceptMessage(project, "bench", MessageId(f"u_{said}"), MessageId(f"a_{said}"), "go", job)

    def _over(self, job: JobId) -> None:
        if waits := self._waiting.pop(job, None):
            waits.set()
        else:
            self.done.put(job)

    def _specs(self, held: "Queue[JobId] | None") -> Sequence[ChildSpec]:
        writer = Writer(self._database, clock=time.time, ids=lambda prefix: f"{prefix}_{next(self._ids)}")
        chances, lives, door = Chances(time.time, lambda: 0.5), count(), Door()
        return (
            ChildSpec(JOURNAL, lambda: Journal(writer, door), ROOM),
            ChildSpec(BROADCASTER, lambda: Ears(self._over), ROOM),
            ChildSpec(BUILD_WORKER, lambda: Worker(held), ROOM),
            ChildSpec(
                ORCHESTRATOR,
                lambda: Orchestrator(
                    self._reader, chances, fresh=next(lives) == 0, limits=LIMITS, flows=flow_of, door=door
                ),
                ROOM,
                start_timeout_s=60.0,
            ),
        )


@contextmanager
def running(folder: Path, *, holds: bool = False) -> Iterator[Core]:
    """The core, until the block ends."""
    core = Core(folder, holds=holds)
    try:
        yield core
    finally:
        core.close()


def measure(folder: Path, jobs: int, at_once: int) -> dict[str, object]:
    """So many jobs, so many at once, each of a project of its own line: seconds in all, and of each."""
    with running(folder) as core, ThreadPoolExecutor(at_once) as pool:
        projects = [ProjectId(f"p_{number}") for number in range(at_once)]
        for project in projects:
            core.create(project)
            core.finish(project, -1)
        share = jobs // at_once
        begun = perf_counter()
        lines = pool.map(lambda project: [core.finish(project, number) for number in range(share)], projects)
        times = [taken for line in lines for taken in line]
        return {"seconds": perf_counter() - begun, "times": times}


def hold(folder: Path, jobs: int) -> None:
    """Bring so many jobs into the middle of their third step, say so, and wait to be killed."""
    with running(folder, holds=True) as core:
        for number in range(jobs):
            core.create(ProjectId(f"p_{number}"))
            core.submit(ProjectId(f"p_{number}"), 0)
        for _ in range(jobs):
            core.held.get(timeout=PATIENCE_S)
        print(json.dumps({"held": jobs}), flush=True)
        threading.Event().wait()


def recover(folder: Path, jobs: int) -> None:
    """Start on what a killed one left; say when all of it is over."""
    with running(folder) as core:
        for _ in range(jobs):
            core.done.get(timeout=PATIENCE_S)
        print(json.dumps({"left": core.open_jobs()}), flush=True)


def queue(folder: Path, jobs: int) -> None:
    """Have so many jobs stored that wait for their turn, say so, and wait to be killed."""
    with running(folder, holds=True) as core:
        core.create(LINE)
        core.leave(LINE, jobs)
        print(json.dumps({"waiting": jobs}), flush=True)
        threading.Event().wait()


def line(folder: Path, jobs: int) -> None:
    """Start on what waits in line; the first of it is let in, and works, when all of it is in hand."""
    with running(folder, holds=True) as core:
        core.held.get(timeout=PATIENCE_S)
        print(json.dumps({"left": core.open_jobs() == jobs}), flush=True)


def main(folder: Path, mode: str, jobs: int, at_once: int) -> None:
    """Do what is asked."""
    sys.setswitchinterval(0.0005)
    if mode == "run":
        print(json.dumps(measure(folder, jobs, at_once)), flush=True)
    else:
        {"hold": hold, "recover": recover, "queue": queue, "line": line}[mode](folder, jobs)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
