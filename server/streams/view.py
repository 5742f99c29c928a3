"""What of a project's events a client gets, and under which ids."""

from dataclasses import dataclass
from typing import Protocol

from pipeline.events import Snapshot
from pipeline.events.ag_ui import AgUi, blocks
from pipeline.events.vector import Vector
from pipeline.events.wire import Cursor
from pipeline.ids import JobId, ProjectId


class View(Protocol):
    """How the frames that all share become those of one client; where `shares`, they are the same bytes."""

    @property
    def shares(self) -> bool: ...

    @property
    def job(self) -> JobId | None: ...

    def id(self, project: ProjectId, cursor: Cursor) -> str: ...

    def told(self, snapshot: Snapshot) -> Snapshot: ...

    def dress(self, frames: bytes) -> bytes: ...


class _AsItIs:
    """What most views have in common."""

    def id(self, project: ProjectId, cursor: Cursor) -> str:
        """The project's own cursor."""
        del project
        return str(cursor)

    def told(self, snapshot: Snapshot) -> Snapshot:
        """All of it."""
        return snapshot

    def dress(self, frames: bytes) -> bytes:
        """As they are."""
        return frames


@dataclass(frozen=True)
class Whole(_AsItIs):
    """A whole project, under its own cursors."""

    shares: bool = True
    job: JobId | None = None


@dataclass(frozen=True)
class OneJob(_AsItIs):
    """One job of a project, under the cursors of the project: other events move it without being sent."""

    job: JobId
    shares: bool = False

    def told(self, snapshot: Snapshot) -> Snapshot:
        """The job, the message it writes and the scene it draws."""
        jobs = tuple(job for job in snapshot.jobs if job.id == self.job)
        scenes = tuple(scene for scene in snapshot.scenes if any(scene.id == job.scene for job in jobs))
        messages = tuple(message for message in snapshot.messages if message.job == self.job)
        return snapshot.model_copy(update={"jobs": jobs, "scenes": scenes, "messages": messages})


@dataclass(frozen=True)
class OneOfMany(_AsItIs):
    """A project among several on one connection: every id says where all of them stand."""

    vector: Vector
    shares: bool = False
    job: JobId | None = None

    def id(self, project: ProjectId, cursor: Cursor) -> str:
        """The vector, moved on in this project."""
        return self.vector.move(project, cursor)


@dataclass(frozen=True)
class InAgUi(_AsItIs):
    """A whole project in the words of AG-UI."""

    speak: AgUi
    shares: bool = False
    job: JobId | None = None

    def dress(self, frames: bytes) -> bytes:
        """Translated."""
        return blocks(frames, self.speak)


WHOLE = Whole()


def renamed(frame: bytes, name: str) -> bytes:
    """The frame of a numbered event under another id."""
    return b"id: %b\n%b" % (name.encode(), frame.partition(b"\n")[2])
