import pytest

from pipeline.changes import (
    AddScene,
    DuplicateScene,
    MoveScene,
    NotePlan,
    RemoveScene,
    RestoreScene,
    SetVideo,
    ShowRevision,
    UpdateScene,
    apply,
    apply_all,
    known_scene,
)
from pipeline.errors import ChangeRefusedError
from pipeline.events import PlanCreated, ProjectUpdated, SceneAdded, SceneMoved, SceneRemoved, SceneUpdated
from pipeline.ids import RevisionId, SceneId, Sha256
from tests.pipeline.play import a_project, a_scene


def ids(project: object) -> list[str]:
    return [scene.id for scene in project.scenes]  # type: ignore[attr-defined]


def test_an_added_scene_comes_last() -> None:
    applied = apply(a_project(1), AddScene(scene=a_scene(2)))
    assert ids(applied.project) == ["scene_1", "scene_2"]
    (told,) = applied.events
    assert told == SceneAdded(scene=a_scene(2), order=(SceneId("scene_1"), SceneId("scene_2")))


def test_an_update_changes_only_what_is_given() -> None:
    applied = apply(a_project(1), UpdateScene(scene=SceneId("scene_1"), name="Intro"))
    assert applied.events == (SceneUpdated(scene=a_scene(1, name="Intro")),)


def test_a_removed_scene_leaves_the_order_of_the_rest() -> None:
    applied = apply(a_project(3), RemoveScene(scene=SceneId("scene_2")))
    (told,) = applied.events
    assert told == SceneRemoved(scene_id=SceneId("scene_2"), order=(SceneId("scene_1"), SceneId("scene_3")))


@pytest.mark.parametrize(("position", "order"), [(0, "312"), (1, "132"), (2, "123"), (99, "123"), (-5, "312")])
def test_a_scene_moves_as_far_as_there_is_room(position: int, order: str) -> None:
    applied = apply(a_project(3), MoveScene(scene=SceneId("scene_3"), position=position))
    assert ids(applied.project) == [f"scene_{number}" for number in order]
    assert [type(event) for event in applied.events] == [SceneMoved]


def test_settings_that_are_not_given_stay() -> None:
    applied = apply(a_project(), SetVideo(width=1080, height=1080))
    assert (applied.project.video.width, applied.project.video.fps) == (1080, 30)
    assert applied.events == (ProjectUpdated(video=applied.project.video),)


def test_settings_that_cannot_be_are_refused() -> None:
    with pytest.raises(ChangeRefusedError, match="width: Input should be"):
        apply(a_project(), SetVideo(width=3))


def test_a_plan_tells_and_changes_nothing() -> None:
    applied = apply(a_project(1), NotePlan(title="T", scenes=(SceneId("scene_1"),)))
    assert applied.project == a_project(1)
    assert applied.events == (PlanCreated(title="T", scenes=(SceneId("scene_1"),)),)


def test_a_scene_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(ChangeRefusedError, match="it has no scene yet"):
        known_scene(a_project(), SceneId("scene_1"))


def test_a_full_project_takes_no_scene() -> None:
    with pytest.raises(ChangeRefusedError, match="remove some first"):
        apply(a_project(100), AddScene(scene=a_scene(101)))


def test_other_frames_per_second_keep_every_duration_in_seconds() -> None:
    applied = apply(a_project(2), SetVideo(fps=60))
    assert [scene.duration_frames for scene in applied.project.scenes] == [120, 120]
    assert [type(event) for event in applied.events] == [ProjectUpdated, SceneUpdated, SceneUpdated]


def test_a_restored_scene_comes_back_to_its_place() -> None:
    applied = apply(a_project(2), RestoreScene(scene=a_scene(3), position=1))
    assert ids(applied.project) == ["scene_1", "scene_3", "scene_2"]


def test_a_copy_stands_behind_its_original_and_shows_a_revision_of_its_own() -> None:
    shown = a_project(2).model_copy(update={"scenes": (a_scene(1, revision="rev_1", bundle="b" * 64), a_scene(2))})
    applied = apply(shown, DuplicateScene(scene=SceneId("scene_1"), id=SceneId("copy"), revision=RevisionId("rev_2")))
    assert ids(applied.project) == ["scene_1", "copy", "scene_2"]
    copy = applied.project.scenes[1]
    assert (copy.name, copy.revision, copy.bundle, copy.generation) == ("Scene 1 copy", "rev_2", "b" * 64, 0)


def test_a_copy_of_a_scene_that_shows_nothing_shows_nothing() -> None:
    applied = apply(
        a_project(1), DuplicateScene(scene=SceneId("scene_1"), id=SceneId("copy"), revision=RevisionId("rev_2"))
    )
    assert applied.project.scenes[1].revision is None


def test_showing_another_revision_outdates_what_is_still_being_made() -> None:
    change = ShowRevision(scene=SceneId("scene_1"), revision=RevisionId("rev_9"), bundle=Sha256("b" * 64))
    scene = apply(a_project(1), change).project.scenes[0]
    assert (scene.revision, scene.generation) == ("rev_9", 1)


def test_an_id_that_a_scene_has_is_taken() -> None:
    with pytest.raises(ChangeRefusedError, match="is the id of a scene already"):
        apply(a_project(1), AddScene(scene=a_scene(1)))


def test_several_changes_see_each_other() -> None:
    applied = apply_all(a_project(), (AddScene(scene=a_scene(1)), RemoveScene(scene=SceneId("scene_1"))))
    assert applied.project == a_project()
    assert [type(event) for event in applied.events] == [SceneAdded, SceneRemoved]
