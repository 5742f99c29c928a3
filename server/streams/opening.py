"""Where a stream goes on: behind the event its client had last, or with a snapshot where that says nothing."""

from dataclasses import dataclass

from pipeline.events import Snapshot
from pipeline.events.wire import Cursor
from pipeline.ids import ProjectId
from server.handles import Reads
from server.reading import reading
from server.streams.channel import Channel
from server.streams.view import View
from storage.stored import EventPage, FramePage, Place

FIRST_ROWS = 256
FEWEST_ROWS, MOST_ROWS = 16, 1024
MOST_PAGE_BYTES = 256 * 1024
"""What one write of a client that catches up may be: no stall for others, and no burden if it stops reading."""

Page = FramePage | EventPage


@dataclass(frozen=True)
class Opening:
    """The beginning of a stream: the missed events behind `resumed`, or a snapshot where only that will do."""

    project: ProjectId
    place: Place
    resumed: Cursor | None
    generation: int = 0
    """Of its channel when this was read."""
    page: Page | None = None
    snapshot: Snapshot | None = None

    @property
    def cursor(self) -> Cursor:
        """Where the client stands before anything is written to it."""
        return self.resumed or Cursor(self.place.epoch, 0)


async def opening(reader: Reads, channel: Channel, asked: Cursor | None, view: View) -> Opening:
    """Decide how a stream of a project begins, and read its beginning. Raises NotFoundError for an unknown one."""
    return await reading(_read, reader, channel.project, asked, view, channel.generation)


def usable(asked: Cursor | None, place: Place) -> Cursor | None:
    """The cursor a client asks to go on from, if it is of this history, not below its horizon and not of its future."""
    is_good = asked is not None and asked.epoch == place.epoch and place.horizon <= asked.seq <= place.last_seq
    return asked if is_good else None


def page_after(reader: Reads, project: ProjectId, seq: int, view: View, rows: int = FIRST_ROWS) -> Page:
    """The next page for a client: as bytes where all share them, else as rows."""
    if view.shares:
        return reader.frames_after(project, seq, rows)
    return reader.rows_after(project, seq, rows, view.job)


def fitting(rows: int, size: int) -> int:
    """How many rows the next page may have, where so many had that size: more and more, while they are read."""
    of_bytes = MOST_PAGE_BYTES * max(1, rows) // max(1, size)
    return max(FEWEST_ROWS, min(MOST_ROWS, of_bytes, 2 * max(FIRST_ROWS, rows)))


def _read(reader: Reads, project: ProjectId, asked: Cursor | None, view: View, generation: int) -> Opening:
    place = reader.place(project)
    resumed = usable(asked, place)
    if resumed is None:
        return Opening(project, place, None, generation, snapshot=reader.snapshot(project))
    return Opening(project, place, resumed, generation, page_after(reader, project, resumed.seq, view))
