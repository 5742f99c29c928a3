from pipeline.ids import SceneId
from pipeline.project import Typography, Video
from tests.pipeline.play import a_project, a_scene


def test_a_project_finds_its_scenes_by_id() -> None:
    assert a_project(2).scene("scene_2") == a_scene(2)
    assert a_project(2).scene(SceneId("scene_3")) is None


def test_seconds_become_whole_frames_and_back() -> None:
    assert a_project().frames(2.5) == 75
    assert a_project().frames(0.001) == 1
    assert a_project().seconds(75) == 2.5


def test_the_type_scale_follows_from_the_canvas_and_the_ratio() -> None:
    assert Video().type_sizes == {"small": 22, "body": 29, "subtitle": 38, "title": 68, "display": 91}
    tall = Video(width=1080, height=1920, typography=Typography(ratio=1.5))
    assert (tall.type_sizes["body"], tall.type_sizes["title"]) == (43, 146)
