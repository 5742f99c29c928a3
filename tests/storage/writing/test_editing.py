import pytest

from pipeline.changes import (
    AddScene,
    ApplyPatch,
    DuplicateScene,
    MoveScene,
    PatchOperation,
    RemoveScene,
    SetVideo,
    ShowRevision,
    UpdateScene,
)
from pipeline.errors import ChangeRefusedError
from pipeline.ids import EditId, RevisionId, SceneId
from pipeline.project import Project
from storage.edits import EditProject, RedoEdit, UndoEdit
from storage.entries import Written
from storage.errors import HistoryConflictError, NotFoundError
from tests.storage.opened import BUNDLE, PROJECT, SCENE, Store, plan, publish, scene

OTHER = SceneId("scn_2")


def names(written: Written) -> list[str]:
    return [stored.event.wire_name() for stored in written.events]


def video(store: Store) -> Project:
    return store.reader.outline(PROJECT).project


@pytest.fixture
def edited(store: Store) -> Store:
    """Two scenes, the first published once, and nothing to undo but the plan."""
    job = store.begin_scene()
    store.write(publish(job))
    store.write(EditProject(PROJECT, (AddScene(scene=scene(OTHER)),)))
    return store


def test_an_edit_is_saved_told_and_kept(edited: Store) -> None:
    written = edited.write(EditProject(PROJECT, (UpdateScene(scene=SCENE, name="Intro"), SetVideo(fps=24))))
    assert names(written) == ["scene.updated", "project.updated", "scene.updated", "scene.updated", "history.updated"]
    assert (video(edited).scenes[0].name, video(edited).video.fps) == ("Intro", 24)
    edit = edited.reader.edits(PROJECT, 1)[0]
    assert (edit.author, edit.undone) == ("person", False)
    assert edit.name.startswith("set frames per second of the video; renamed “Scene scn_1” to “Intro”")


def test_an_edit_that_changes_nothing_is_not_told(edited: Store) -> None:
    assert edited.write(EditProject(PROJECT, (SetVideo(fps=30),))) == Written()


def test_an_edit_that_does_not_fit_changes_nothing(edited: Store) -> None:
    before = video(edited)
    changes = (SetVideo(name="Other"), RemoveScene(scene=SceneId("nothing")))
    edited.refusal(EditProject(PROJECT, changes), ChangeRefusedError)
    edited.refusal(EditProject(PROJECT, (AddScene(scene=scene(SCENE)),)), ChangeRefusedError)
    assert video(edited) == before


def test_everything_undone_is_the_project_before_and_redone_the_one_after(edited: Store) -> None:
    stages = [video(edited)]
    patch = PatchOperation(op="add", path="/scenes/0/props/x", value=1)
    copy = DuplicateScene(scene=SCENE, id=SceneId("copy"), revision=RevisionId("rev_copy"))
    for change in (
        SetVideo(fps=24, name="Other"),
        MoveScene(scene=SCENE, position=1),
        copy,
        ApplyPatch(operations=(patch,)),
        RemoveScene(scene=SCENE),
    ):
        edited.write(EditProject(PROJECT, (change,)))
        stages.append(video(edited))
    for stage in reversed(stages[:-1]):
        edited.write(UndoEdit(PROJECT))
        assert video(edited) == stage
    for stage in stages[1:]:
        edited.write(RedoEdit(PROJECT))
        assert video(edited) == stage


def test_a_tools_changes_can_be_undone_too(store: Store) -> None:
    store.begin()
    store.write(plan(SCENE, OTHER))
    written = store.write(UndoEdit(PROJECT))
    assert names(written) == ["scene.removed", "scene.removed", "history.updated"]
    assert store.reader.edits(PROJECT, 9)[0].name == "a plan"
    store.write(RedoEdit(PROJECT))
    assert [known.id for known in video(store).scenes] == [SCENE, OTHER]


def test_a_published_change_goes_back_to_the_revision_before(edited: Store) -> None:
    job = edited.reader.open_jobs()[-1]
    first = video(edited).scenes[0].revision
    edited.write(EditProject(PROJECT, (UpdateScene(scene=SCENE, name="Intro"),)))
    assert first
    edited.write(publish(job, key=publish(job).key._replace(ordinal=1)))
    second = video(edited).scenes[0].revision
    written = edited.write(UndoEdit(PROJECT))
    assert names(written) == ["scene.updated", "history.updated"]
    assert video(edited).scenes[0].revision == first
    assert edited.reader.source(SCENE) == edited.reader.revision(first).source
    edited.write(RedoEdit(PROJECT))
    assert video(edited).scenes[0].revision == second


def test_a_named_change_is_undone_where_no_later_one_wrote_the_same(edited: Store) -> None:
    edited.write(EditProject(PROJECT, (SetVideo(name="Mine"),)))
    mine = edited.reader.edits(PROJECT, 1)[0].id
    edited.write(EditProject(PROJECT, (SetVideo(background="#000000"),), author="model"))
    edited.write(UndoEdit(PROJECT, mine))
    assert (video(edited).video.name, video(edited).video.background) == ("Nimbus", "#000000")
    edited.write(EditProject(PROJECT, (SetVideo(name="Theirs"),), author="model", name="named it"))
    refused = edited.refusal(RedoEdit(PROJECT, mine), HistoryConflictError)
    assert "“named it” came after" in str(refused)
    assert video(edited).video.name == "Theirs"


def test_there_may_be_nothing_to_undo_or_redo(store: Store) -> None:
    store.begin()
    store.refusal(UndoEdit(PROJECT), HistoryConflictError)
    store.refusal(RedoEdit(PROJECT), HistoryConflictError)
    store.refusal(UndoEdit(PROJECT, EditId("nothing")), NotFoundError)
    store.write(EditProject(PROJECT, (SetVideo(name="A"),)))
    edit = store.reader.edits(PROJECT, 1)[0].id
    assert "cannot be done again" in str(store.refusal(RedoEdit(PROJECT, edit), HistoryConflictError))


def test_a_scene_that_comes_back_shows_what_was_published_meanwhile(store: Store) -> None:
    job = store.begin_scene()
    store.write(EditProject(PROJECT, (RemoveScene(scene=SCENE),)))
    written = store.write(publish(job))
    assert names(written) == ["component.publish.complete"]
    store.write(UndoEdit(PROJECT))
    assert video(store).scenes[0].bundle == BUNDLE
    assert store.reader.snapshot(PROJECT).scenes == video(store).scenes


def test_a_copy_has_a_revision_and_a_source_of_its_own(edited: Store) -> None:
    copy = DuplicateScene(scene=SCENE, id=SceneId("copy"), revision=RevisionId("rev_copy"))
    edited.write(EditProject(PROJECT, (copy,)))
    assert edited.reader.source(SceneId("copy")) == edited.reader.source(SCENE)
    assert [entry.current for entry in edited.reader.revisions(SceneId("copy"))] == [True]
    assert set(edited.reader.project(PROJECT).sources) == {SCENE, "copy"}


def test_only_a_revision_of_the_scene_is_shown(edited: Store) -> None:
    revision = video(edited).scenes[0].revision
    change = ShowRevision(scene=OTHER, revision=revision, bundle=BUNDLE)
    assert "not a revision of scn_2" in str(edited.refusal(EditProject(PROJECT, (change,)), ChangeRefusedError))


def test_what_is_being_made_is_not_shown_over_a_revision_that_was_restored(edited: Store) -> None:
    job = edited.reader.open_jobs()[-1]
    first = video(edited).scenes[0].revision
    edited.write(EditProject(PROJECT, (ShowRevision(scene=SCENE, revision=first, bundle=BUNDLE),)))
    written = edited.write(publish(job, key=publish(job).key._replace(ordinal=1)))
    assert names(written) == ["component.publish.complete"]
    assert video(edited).scenes[0].revision == first
