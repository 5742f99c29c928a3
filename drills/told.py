"""What a reader was told, and how that differs from what was committed."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.events import EVENTS
from pipeline.events.vector import Vector
from pipeline.events.wire import Cursor
from pipeline.ids import ProjectId

NUMBERED = frozenset(event.wire_name() for event in EVENTS)
Stored = tuple[int, str, str]
"""Number, name and data of a committed event."""


class Told(NamedTuple):
    """One event as a reader decoded it; a live update carries the id of the event before it."""

    id: str
    type: str
    data: str

    @property
    def project(self) -> str:
        """The project it tells of."""
        return str(json.loads(self.data).get("project", ""))

    def number(self, project: str) -> int:
        """Where its reader stands in a project."""
        cursor = Cursor.parse(self.id)
        vector = None if cursor else Vector.parse(self.id)
        found = cursor or (vector and vector.cursor(ProjectId(project)))
        return found.seq if found else 0


def lines_of(file: Path) -> list[Told]:
    """What a reader in another process wrote down; a line that was cut off is none."""
    if not file.exists():
        return []
    text = file.read_text(encoding="utf-8", errors="replace")
    found = [json.loads(line) for line in text[: text.rfind("\n") + 1].split("\n") if line]
    return [Told(line["id"], line["type"], line["data"]) for line in found]


def write_lines(file: Path, told: Sequence[Told]) -> None:
    """The same, for a program that folds it."""
    lines = (json.dumps({"id": one.id, "type": one.type, "data": one.data}) for one in told)
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def of_project(told: Sequence[Told], project: str, epoch: str) -> list[Told]:
    """What was told of one project, under its own ids."""
    ours = (one for one in told if one.project == project)
    return [Told(f"{epoch}.{one.number(project)}", one.type, one.data) for one in ours]


def differences(told: Sequence[Told], stored: Sequence[Stored], project: str) -> Iterator[str]:
    """How the numbered events of a project differ from the committed ones: skipped, twice, out of order, changed."""
    heard = [(one.number(project), one.type, one.data) for one in told if one.type in NUMBERED]
    expected = list(stored)
    if heard == expected:
        return
    counts = Counter(number for number, _, _ in heard)
    yield from (f"{number} came {times} times" for number, times in counts.items() if times > 1)
    yield from (f"{number} was skipped" for number, _, _ in expected if number not in counts)
    by_number = {number: (name, data) for number, name, data in expected}
    yield from (
        f"{number} is not what is stored" for number, name, data in heard if by_number.get(number) != (name, data)
    )
    if [number for number, _, _ in heard] != sorted(counts):
        yield "not in order"
