"""Pages of history that were read lately, for the many who come back to the same place after a restart.

Only whole pages are kept, that more events follow: what lies in them never changes.
"""

from collections import OrderedDict

from pipeline.ids import ProjectId
from storage.stored import FramePage

MOST_BYTES = 8 * 1024 * 1024

_Key = tuple[ProjectId, int, int]


class Pages:
    """The pages used last; on the server's loop only."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[_Key, FramePage] = OrderedDict()

    def find(self, project: ProjectId, seq: int, rows: int) -> FramePage | None:
        """The page of so many events after that number, if it is here."""
        page = self._kept.get((project, seq, rows))
        if page is not None:
            self._kept.move_to_end((project, seq, rows))
        return page

    def keep(self, project: ProjectId, seq: int, rows: int, page: FramePage) -> None:
        """Keep a page if it is whole, in place of those that were not used for longest."""
        if page.upto - seq != rows or page.upto >= page.place.last_seq or self.find(project, seq, rows) is not None:
            return
        self._kept[project, seq, rows] = page
        self._bytes += len(page.frames)
        while self._bytes > self._most_bytes:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest.frames)


def aligned(seq: int, rows: int) -> int:
    """At most so many rows, so that the next page begins where the pages of others do."""
    step = 1 << (rows.bit_length() - 1)
    return step - seq % step
