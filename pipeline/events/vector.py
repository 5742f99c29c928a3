"""Where a stream of several projects stands: the cursors of all of them, as one id."""

from collections.abc import Mapping

from pipeline.events.wire import Cursor
from pipeline.ids import ProjectId


class Vector:
    """Numbers by project, in one history; as text `<epoch>.<project>=<seq>,<project>=<seq>`."""

    def __init__(self, epoch: str = "", numbers: Mapping[ProjectId, int] | None = None) -> None:
        self.epoch = epoch
        self._numbers = dict(numbers or {})

    @classmethod
    def parse(cls, text: str | None) -> "Vector | None":
        """The vector that this text stands for, or None when it is none."""
        epoch, _, places = (text or "").partition(".")
        numbers: dict[ProjectId, int] = {}
        for one in places.split(","):
            project, _, seq = one.rpartition("=")
            cursor = Cursor.parse(f"{epoch}.{seq}")
            if cursor is None or not project:
                return None
            numbers[ProjectId(project)] = cursor.seq
        return cls(epoch, numbers)

    def cursor(self, project: ProjectId) -> Cursor | None:
        """Where it stands in one project, None before anything of it was had."""
        seq = self._numbers.get(project)
        return None if seq is None else Cursor(self.epoch, seq)

    def move(self, project: ProjectId, cursor: Cursor) -> str:
        """Stand at that place of a project; returns the id from there on."""
        self.epoch = cursor.epoch
        self._numbers[project] = cursor.seq
        return str(self)

    def __str__(self) -> str:
        return f"{self.epoch}.{','.join(f'{project}={seq}' for project, seq in self._numbers.items())}"
