import pytest

from pipeline.changes import Change, MoveScene, RemoveScene, SetVideo, UpdateScene, overlap, touches
from pipeline.ids import SceneId

ONE, OTHER = SceneId("scene_1"), SceneId("scene_10")


def test_a_change_touches_what_it_writes() -> None:
    changes = (SetVideo(name="A", fps=24), UpdateScene(scene=ONE, props={}), MoveScene(scene=OTHER, position=0))
    assert touches(changes) == {"video.name", "video.fps", "scene_1.props", "scene_10.position"}


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (UpdateScene(scene=ONE, name="A"), UpdateScene(scene=ONE, name="B"), True),
        (UpdateScene(scene=ONE, name="A"), UpdateScene(scene=ONE, description="B"), False),
        (UpdateScene(scene=ONE, name="A"), RemoveScene(scene=ONE), True),
        (UpdateScene(scene=OTHER, name="A"), RemoveScene(scene=ONE), False),
        (SetVideo(width=16), SetVideo(height=16), False),
        (UpdateScene(scene=ONE, set_props={"a": 1}), UpdateScene(scene=ONE, set_props={"b": 1}), False),
        (UpdateScene(scene=ONE, set_props={"a": 1}), UpdateScene(scene=ONE, props={}), True),
    ],
)
def test_changes_meet_where_one_writes_what_the_other_does(one: Change, other: Change, meet: bool) -> None:  # noqa: FBT001
    assert overlap(touches([one]), touches([other])) is meet
    assert overlap(touches([other]), touches([one])) is meet
