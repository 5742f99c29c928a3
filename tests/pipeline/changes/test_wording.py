import pytest

from pipeline.changes import (
    AddScene,
    Change,
    MoveScene,
    NotePlan,
    RemoveScene,
    SetVideo,
    ShowRevision,
    UpdateScene,
    worded,
)
from pipeline.ids import SceneId
from tests.pipeline.play import a_project, a_scene

ONE = SceneId("scene_1")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (SetVideo(width=16, height=16, name="B"), "set name and size of the video"),
        (UpdateScene(scene=ONE, name="Intro"), "renamed “Scene 1” to “Intro”"),
        (UpdateScene(scene=ONE, props={}, duration_frames=3), "changed duration and props of “Scene 1”"),
        (RemoveScene(scene=ONE), "removed “Scene 1”"),
        (AddScene(scene=a_scene(2)), "added “Scene 2”"),
        (MoveScene(scene=ONE, position=1), "moved “Scene 1” to place 2"),
        (ShowRevision(scene=ONE, revision=None, bundle=None), "showed another revision of “Scene 1”"),
        (NotePlan(title="T", scenes=()), "nothing"),
    ],
)
def test_a_change_has_a_name_for_people(change: Change, words: str) -> None:
    assert worded(a_project(1), (change,)) == words


def test_several_changes_are_named_one_after_the_other() -> None:
    changes = (RemoveScene(scene=ONE), SetVideo(fps=24))
    assert worded(a_project(1), changes) == "removed “Scene 1”; set frames per second of the video"
