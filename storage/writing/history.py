"""Every change of a project keeps its way back: what can be undone and done again, also after a reload."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.changes import Change, difference, overlap, touches
from pipeline.events import HistoryUpdated
from pipeline.history import Author
from pipeline.ids import EditId, JobId, ProjectId
from pipeline.project import Project
from storage.errors import HistoryConflictError
from storage.reading import history as reading
from storage.reading.history import CHANGES, StoredEdit
from storage.writing.transaction import Transaction, json_text

_KEEP = """
INSERT INTO history (id, project, name, author, job, back, again, touched, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

_UNDO = """
UPDATE history SET back = ?, again = ?,
    undone = (SELECT COALESCE(MAX(undone), 0) + 1 FROM history WHERE project = ?) WHERE number = ?
"""

_REDO = "UPDATE history SET back = ?, again = ?, undone = NULL WHERE number = ?"


@dataclass(frozen=True)
class Maker:
    """Who changes a project, in which job, and what that is called in the history."""

    name: str
    author: Author
    job: JobId | None = None


def keep_edit(transaction: Transaction, before: Project, after: Project, maker: Maker) -> Sequence[HistoryUpdated]:
    """Keep the way back from what a project became; nothing where it is what it was."""
    back, again = difference(after, before), difference(before, after)
    return keep_way(transaction, before.id, back, again, maker) if again else ()


def keep_way(
    transaction: Transaction, project: ProjectId, back: tuple[Change, ...], again: tuple[Change, ...], maker: Maker
) -> Sequence[HistoryUpdated]:
    """Keep a way back and the way on under the maker's name."""
    transaction.run(
        _KEEP,
        EditId(transaction.new_id("edit")),
        project,
        maker.name,
        maker.author,
        maker.job,
        _text(back),
        _text(again),
        json_text(sorted(touches(again))),
        transaction.now,
    )
    return (now(transaction, project),)


def turn_back(transaction: Transaction, edit: StoredEdit, before: Project, after: Project) -> HistoryUpdated:
    """Note that the change is undone, and how it is done again."""
    project = before.id
    back, again = _text(edit.back), _text(difference(after, before))
    transaction.run(_UNDO, back, again, project, edit.number)
    return now(transaction, project)


def turn_on(transaction: Transaction, edit: StoredEdit, before: Project, after: Project) -> HistoryUpdated:
    """Note that the change is done again, and how it is undone."""
    transaction.run(_REDO, _text(difference(after, before)), _text(edit.again), edit.number)
    return now(transaction, before.id)


def chosen(transaction: Transaction, project: ProjectId, edit: EditId | None, *, undone: bool) -> StoredEdit:
    """The change to undo or redo: the named one, else the last.

    Raises NotFoundError, and HistoryConflictError where there is nothing to do or a later change wrote the same part.
    """
    database = transaction.database
    last = reading.last_undone if undone else reading.last_done
    found = reading.stored_edit(database, project, edit) if edit else last(database, project)
    if found is None or found.edit.undone is not undone:
        verb = "done again" if undone else "undone"
        message = f"“{found.edit.name}” cannot be {verb} now" if found else f"there is nothing to be {verb}"
        raise HistoryConflictError(message)
    for later in reading.later_edits(database, project, found.number):
        if overlap(found.touched, later.touched):
            message = f"“{later.edit.name}” came after “{found.edit.name}” and changed the same; undo that first"
            raise HistoryConflictError(message)
    return found


def now(transaction: Transaction, project: ProjectId) -> HistoryUpdated:
    """What can be undone and done again as of now."""
    found = reading.history(transaction.database, project)
    return HistoryUpdated(undo=found.undo, redo=found.redo)


def _text(changes: tuple[Change, ...]) -> str:
    return CHANGES.dump_json(changes).decode()
