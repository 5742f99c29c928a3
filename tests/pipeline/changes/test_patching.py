from typing import Any

import pytest

from pipeline.changes import MoveScene, PatchOperation, RemoveScene, SetVideo, UpdateScene
from pipeline.changes.patching import patched
from pipeline.errors import ChangeRefusedError
from pipeline.ids import SceneId
from tests.pipeline.play import a_project


def operations(*given: dict[str, Any]) -> list[PatchOperation]:
    return [PatchOperation.model_validate(one) for one in given]


def test_a_patch_becomes_the_changes_that_it_makes() -> None:
    patch = operations(
        {"op": "test", "path": "/video/name", "value": "Untitled"},
        {"op": "replace", "path": "/video/name", "value": "Nimbus"},
        {"op": "add", "path": "/scenes/0/props/title", "value": "Hello"},
        {"op": "move", "from": "/scenes/2", "path": "/scenes/0"},
        {"op": "remove", "path": "/scenes/2"},
    )
    assert patched(a_project(3), patch) == (
        SetVideo(name="Nimbus"),
        RemoveScene(scene=SceneId("scene_2")),
        UpdateScene(scene=SceneId("scene_1"), props={"title": "Hello"}),
        MoveScene(scene=SceneId("scene_3"), position=0),
    )


@pytest.mark.parametrize(
    ("operation", "sentence"),
    [
        ({"op": "test", "path": "/video/name", "value": "Other"}, "does not fit the project"),
        ({"op": "replace", "path": "/video/nothing", "value": 1}, "does not fit the project"),
        ({"op": "replace", "path": "/scenes/9/name", "value": "A"}, "does not fit the project"),
        ({"op": "move", "path": "/scenes/0"}, "does not fit the project"),
        ({"op": "replace", "path": "/video/width", "value": 3}, "width"),
        ({"op": "add", "path": "/video/nothing", "value": 3}, "nothing: Extra"),
        ({"op": "add", "path": "/more", "value": 3}, "must leave /video and /scenes"),
        ({"op": "replace", "path": "", "value": []}, "must leave /video and /scenes"),
        ({"op": "replace", "path": "/scenes", "value": {}}, "must leave /video and /scenes"),
        ({"op": "add", "path": "/scenes/-", "value": {"id": "new"}}, "would add a scene"),
        ({"op": "replace", "path": "/scenes/0/id", "value": "new"}, "would add a scene"),
        ({"op": "add", "path": "/scenes/-", "value": 3}, "would add a scene"),
        ({"op": "copy", "from": "/scenes/0", "path": "/scenes/-"}, "would leave a scene twice"),
        ({"op": "remove", "path": "/scenes/0/props"}, "adds or takes props"),
        ({"op": "replace", "path": "/scenes/0/duration_frames", "value": "long"}, "duration_frames"),
        ({"op": "add", "path": "/scenes/0/revision", "value": "rev"}, "adds or takes revision"),
    ],
)
def test_a_patch_that_does_not_fit_is_refused_whole(operation: dict[str, Any], sentence: str) -> None:
    fits = {"op": "replace", "path": "/video/name", "value": "Nimbus"}
    with pytest.raises(ChangeRefusedError, match=sentence):
        patched(a_project(2), operations(fits, operation))
