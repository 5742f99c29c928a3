from hypothesis import given
from hypothesis import strategies as st

from pipeline.changes import MoveScene, RemoveScene, RestoreScene, SetVideo, UpdateScene, apply_all, difference
from pipeline.ids import SceneId
from pipeline.project import Project
from tests.pipeline.play import a_project, a_scene


def of(*numbers: int, **video: object) -> Project:
    project = a_project().model_copy(update={"scenes": tuple(map(a_scene, numbers))})
    return project.model_copy(update={"video": project.video.model_copy(update=video)})


def test_there_is_none_between_the_same() -> None:
    assert difference(of(1, 2), of(1, 2)) == ()


def test_only_what_differs_is_changed() -> None:
    before, after = of(1, name="A"), of(1, name="B", height=1280)
    assert difference(before, after) == (SetVideo(name="B", height=1280),)


def test_a_scene_that_went_to_the_end_is_one_move() -> None:
    assert difference(of(1, 2, 3, 4), of(2, 3, 4, 1)) == (MoveScene(scene=SceneId("scene_1"), position=3),)


def test_scenes_go_and_come_back() -> None:
    assert difference(of(1, 2), of(2, 3)) == (
        RemoveScene(scene=SceneId("scene_1")),
        RestoreScene(scene=a_scene(3), position=1),
    )


def test_durations_are_exact_again_when_the_frames_per_second_go_back() -> None:
    before = of(1).model_copy(update={"scenes": (a_scene(1, duration_frames=61),)})
    after = apply_all(before, [SetVideo(fps=24)]).project
    back = difference(after, before)
    assert back == (SetVideo(fps=30), UpdateScene(scene=SceneId("scene_1"), duration_frames=61))
    assert apply_all(after, back).project == before


@given(
    st.lists(st.integers(1, 9), unique=True, max_size=9),
    st.lists(st.integers(1, 9), unique=True, max_size=9),
    st.sampled_from([24, 30, 60]),
    st.text("ab", min_size=1, max_size=2),
)
def test_it_leads_from_any_project_to_any_other(before: list[int], after: list[int], fps: int, name: str) -> None:
    there = of(*after, fps=fps, name=name)
    there = there.model_copy(update={"scenes": tuple(s.model_copy(update={"name": name}) for s in there.scenes)})
    here = of(*before)
    assert apply_all(here, difference(here, there)).project == there
    assert apply_all(there, difference(there, here)).project == here
