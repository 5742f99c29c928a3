import pytest

from pipeline.changes import AddScene, MoveScene, NotePlan, RemoveScene, SetVideo, UpdateScene, apply, known_scene
from pipeline.errors import ChangeRefusedError
from pipeline.events import PlanCreated, ProjectUpdated, SceneAdded, SceneMoved, SceneRemoved, SceneUpdated
from pipeline.ids import SceneId
from tests.pipeline.play import a_project, a_scene


def ids(project: object) -> list[str]:
    return [scene.id for scene in project.scenes]  # type: ignore[attr-defined]


def test_an_added_scene_comes_last() -> None:
    applied = apply(a_project(1), AddScene(scene=a_scene(2)))
    assert ids(applied.project) == ["scene_1", "scene_2"]
    assert applied.event == SceneAdded(scene=a_scene(2), order=(SceneId("scene_1"), SceneId("scene_2")))


def test_an_update_changes_only_what_is_given() -> None:
    applied = apply(a_project(1), UpdateScene(scene=SceneId("scene_1"), name="Intro"))
    assert applied.event == SceneUpdated(scene=a_scene(1, name="Intro"))


def test_a_removed_scene_leaves_the_order_of_the_rest() -> None:
    applied = apply(a_project(3), RemoveScene(scene=SceneId("scene_2")))
    assert applied.event == SceneRemoved(scene_id=SceneId("scene_2"), order=(SceneId("scene_1"), SceneId("scene_3")))


@pytest.mark.parametrize(("position", "order"), [(0, "312"), (1, "132"), (2, "123"), (99, "123"), (-5, "312")])
def test_a_scene_moves_as_far_as_there_is_room(position: int, order: str) -> None:
    applied = apply(a_project(3), MoveScene(scene=SceneId("scene_3"), position=position))
    assert ids(applied.project) == [f"scene_{number}" for number in order]
    assert isinstance(applied.event, SceneMoved)


def test_settings_that_are_not_given_stay() -> None:
    applied = apply(a_project(), SetVideo(width=1080, height=1080))
    assert (applied.project.video.width, applied.project.video.fps) == (1080, 30)
    assert applied.event == ProjectUpdated(video=applied.project.video)


def test_settings_that_cannot_be_are_refused() -> None:
    with pytest.raises(ChangeRefusedError, match="width: Input should be"):
        apply(a_project(), SetVideo(width=3))


def test_a_plan_tells_and_changes_nothing() -> None:
    applied = apply(a_project(1), NotePlan(title="T", scenes=(SceneId("scene_1"),)))
    assert applied.project == a_project(1)
    assert applied.event == PlanCreated(title="T", scenes=(SceneId("scene_1"),))


def test_a_scene_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(ChangeRefusedError, match="it has no scene yet"):
        known_scene(a_project(), SceneId("scene_1"))


def test_a_full_project_takes_no_scene() -> None:
    with pytest.raises(ChangeRefusedError, match="remove some first"):
        apply(a_project(100), AddScene(scene=a_scene(101)))
