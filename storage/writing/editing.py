"""How a project changes: by a tool, by a person, by an undo; each change is checked, saved, kept and told alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.changes import (
    AddScene,
    Change,
    DuplicateScene,
    RestoreScene,
    ShowRevision,
    apply_all,
    difference,
    known_scene,
    worded,
)
from pipeline.errors import ChangeRefusedError
from pipeline.events import Event
from pipeline.ids import ProjectId, SceneId
from pipeline.project import Project
from storage import models
from storage.edits import EditProject, RedoEdit, UndoEdit
from storage.entries import Written
from storage.reading.projects import bare_project, scene_of
from storage.reading.rows import all_rows
from storage.writing.history import Maker, chosen, keep_edit, turn_back, turn_on
from storage.writing.projects import require_project
from storage.writing.scenes import copy_revision, save_project, taken_scenes
from storage.writing.transaction import Transaction


@dataclass(frozen=True)
class Changed:
    """A project before and after changes that are saved, and what tells of them."""

    before: Project
    project: Project
    events: tuple[Event, ...]


def edit_project(transaction: Transaction, entry: EditProject | UndoEdit | RedoEdit) -> Written:
    """Make, take back or make again what a person wants changed.

    Raises NotFoundError, HistoryConflictError and ChangeRefusedError.
    """
    require_project(transaction, entry.project)
    match entry:
        case EditProject():
            return _edit(transaction, entry)
        case UndoEdit():
            return _undo(transaction, entry)
        case RedoEdit():
            return _redo(transaction, entry)


def changed_project(
    transaction: Transaction, project: ProjectId, changes: Sequence[Change], *, needed: Sequence[SceneId] = ()
) -> Changed:
    """Apply changes to the project of this moment and save what it became, which must have the `needed` scenes.

    Raises ChangeRefusedError, and then nothing is saved.
    """
    before = bare_project(transaction.database, project)
    _refuse_taken_ids(transaction, changes)
    applied = apply_all(before, [_as_stored(transaction, change) for change in changes])
    for scene in needed:
        known_scene(applied.project, scene)
    copies = [change for change in changes if isinstance(change, DuplicateScene)]
    save_project(transaction, before, applied.project)
    for copy in copies:
        copy_revision(transaction, copy)
    return Changed(before, applied.project, applied.events)


def _edit(transaction: Transaction, entry: EditProject) -> Written:
    changed = changed_project(transaction, entry.project, entry.changes)
    if changed.project == changed.before:
        return Written()
    name = entry.name or worded(changed.before, difference(changed.before, changed.project))
    kept = keep_edit(transaction, changed.before, changed.project, Maker(name, entry.author))
    return Written(events=transaction.number(entry.project, (*changed.events, *kept)))


def _undo(transaction: Transaction, entry: UndoEdit) -> Written:
    edit = chosen(transaction, entry.project, entry.edit, undone=False)
    changed = changed_project(transaction, entry.project, edit.back)
    kept = turn_back(transaction, edit, changed.before, changed.project)
    return Written(events=transaction.number(entry.project, (*changed.events, kept)))


def _redo(transaction: Transaction, entry: RedoEdit) -> Written:
    edit = chosen(transaction, entry.project, entry.edit, undone=True)
    changed = changed_project(transaction, entry.project, edit.again)
    kept = turn_on(transaction, edit, changed.before, changed.project)
    return Written(events=transaction.number(entry.project, (*changed.events, kept)))


def _refuse_taken_ids(transaction: Transaction, changes: Sequence[Change]) -> None:
    added = [change.scene.id for change in changes if isinstance(change, AddScene)]
    added += [change.id for change in changes if isinstance(change, DuplicateScene)]
    taken = taken_scenes(transaction, added) | {scene for scene in added if added.count(scene) > 1}
    if taken:
        message = f"{', '.join(sorted(taken))} is the id of a scene already; a new scene needs an id of its own"
        raise ChangeRefusedError(message)


def _as_stored(transaction: Transaction, change: Change) -> Change:
    """A scene that comes back shows what was published for it meanwhile; a revision that is shown must be there."""
    if isinstance(change, RestoreScene):
        query = models.Scene.select().where(models.Scene.id == change.scene.id)
        for row in all_rows(transaction.database, query):
            kept = scene_of(row)
            fields = {"revision": kept.revision, "bundle": kept.bundle, "generation": kept.generation}
            return change.model_copy(update={"scene": change.scene.model_copy(update=fields)})
    if isinstance(change, ShowRevision) and change.revision is not None:
        _check_revision(transaction, change)
    return change


def _check_revision(transaction: Transaction, change: ShowRevision) -> None:
    sql = "SELECT bundle FROM revision WHERE id = ? AND scene = ?"
    row = transaction.row(sql, change.revision, change.scene)
    if row is None or row[0] != change.bundle:
        message = f"{change.revision} is not a revision of {change.scene} that is kept"
        raise ChangeRefusedError(message)
