import pytest

from pipeline.changes import SetVideo
from pipeline.history import History
from storage.edits import EditProject, UndoEdit
from storage.errors import NotFoundError
from tests.storage.opened import PROJECT, Store


def test_a_new_project_has_nothing_to_undo(store: Store) -> None:
    store.begin()
    assert store.reader.outline(PROJECT).history == History()
    assert store.reader.snapshot(PROJECT).history == History()


def test_the_last_change_is_undone_first_and_the_last_undone_is_done_again_first(store: Store) -> None:
    store.begin()
    for name in ("A", "B"):
        store.write(EditProject(PROJECT, (SetVideo(name=name),), name=name))
    history = store.reader.snapshot(PROJECT).history
    assert (history.undo and history.undo.name, history.redo) == ("B", None)
    store.write(UndoEdit(PROJECT))
    store.write(UndoEdit(PROJECT))
    history = store.reader.outline(PROJECT).history
    assert (history.undo, history.redo and history.redo.name) == (None, "A")


def test_lists_the_changes_the_last_first(store: Store) -> None:
    store.begin()
    for name in ("A", "B", "C"):
        store.write(EditProject(PROJECT, (SetVideo(name=name),), name=name))
    assert [edit.name for edit in store.reader.edits(PROJECT, 2)] == ["C", "B"]
    with pytest.raises(NotFoundError):
        store.reader.edits(PROJECT.replace("1", "2"), 2)  # type: ignore[arg-type]
