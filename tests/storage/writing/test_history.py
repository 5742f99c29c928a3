import pytest

from pipeline.changes import SetVideo
from pipeline.events import HistoryUpdated
from storage.edits import EditProject, RedoEdit, UndoEdit
from storage.errors import HistoryConflictError
from tests.storage.opened import PROJECT, Store


@pytest.fixture
def named(store: Store) -> Store:
    """A project that was named A, then B."""
    store.begin()
    for name in ("A", "B"):
        store.write(EditProject(PROJECT, (SetVideo(name=name),), name=name))
    return store


def test_every_change_tells_what_can_be_undone_from_now_on(named: Store) -> None:
    told = named.write(UndoEdit(PROJECT)).events[-1].event
    assert isinstance(told, HistoryUpdated)
    assert (told.undo and told.undo.name, told.redo and told.redo.name) == ("A", "B")


def test_an_earlier_change_of_the_same_is_not_undone_under_a_later_one(named: Store) -> None:
    first = named.reader.edits(PROJECT, 2)[1].id
    refused = named.refusal(UndoEdit(PROJECT, first), HistoryConflictError)
    assert str(refused) == "“B” came after “A” and changed the same; undo that first"


def test_what_is_undone_stays_listed_and_can_be_done_again_after_other_changes(named: Store) -> None:
    named.write(UndoEdit(PROJECT))
    named.write(EditProject(PROJECT, (SetVideo(fps=24),), name="C"))
    assert [(edit.name, edit.undone) for edit in named.reader.edits(PROJECT, 9)] == [
        ("C", False),
        ("B", True),
        ("A", False),
    ]
    named.write(RedoEdit(PROJECT))
    assert named.reader.outline(PROJECT).project.video.name == "B"
    assert named.reader.outline(PROJECT).history.redo is None
