"""What can be undone and done again: every change of a project keeps the way back, under a name."""

from typing import Literal

from pipeline.ids import EditId, JobId
from pipeline.value import Value

Author = Literal["person", "model"]


class Edit(Value):
    """One change of a project; `undone` ones can be done again."""

    id: EditId
    name: str
    author: Author
    job: JobId | None = None
    undone: bool = False
    created_at: str = ""


class History(Value):
    """What an undo would take back now, and what a redo would do again."""

    undo: Edit | None = None
    redo: Edit | None = None
