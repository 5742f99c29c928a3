"""Where a stream goes on: behind the event its client had last, or with a snapshot where that says nothing."""

from dataclasses import dataclass

from pipeline.events.wire import Cursor
from pipeline.ids import ProjectId
from server.handles import Handles
from server.reading import reading


@dataclass(frozen=True)
class Opening:
    """The beginning of a stream. `resumed` is None when only a snapshot will do."""

    project: ProjectId
    epoch: str
    resumed: Cursor | None

    @property
    def cursor(self) -> Cursor:
        """Where the client stands before anything is written to it."""
        return self.resumed or Cursor(self.epoch, 0)


async def opening(handles: Handles, project: ProjectId, asked: str | None) -> Opening:
    """Decide how a stream of this project begins. Raises NotFoundError for an unknown project."""
    return await reading(_read, handles, project, asked)


def usable(asked: str | None, epoch: str, last_seq: int) -> Cursor | None:
    """The cursor a client asks to go on from, if it is of this history and not of the future."""
    cursor = Cursor.parse(asked)
    return cursor if cursor is not None and cursor.epoch == epoch and cursor.seq <= last_seq else None


def _read(handles: Handles, project: ProjectId, asked: str | None) -> Opening:
    epoch = handles.reader.history_epoch()
    return Opening(project, epoch, usable(asked, epoch, handles.reader.last_seq(project)))
