from pipeline.changes import AddScene, MoveScene, RemoveScene, SetVideo, UpdateScene
from pipeline.ids import SceneId
from pipeline.project import Project, Video
from pipeline.replay import Key
from storage.sql import execute
from tests.storage.opened import PROJECT, Store, scene, tool

ONE, TWO, THREE = (SceneId(f"scn_{number}") for number in (1, 2, 3))


def _with_three(store: Store) -> None:
    store.begin()
    changes = tuple(AddScene(scene=scene(name, props={"title": name})) for name in (ONE, TWO, THREE))
    store.write(tool(changes=changes))


def _after(store: Store, *changes: object) -> Project:
    store.write(tool(key=Key("act", 1), changes=changes))
    return store.reader.project(PROJECT)


def test_scenes_come_back_whole_and_in_order(store: Store) -> None:
    _with_three(store)
    expected = tuple(scene(name, props={"title": name}) for name in (ONE, TWO, THREE))
    assert store.reader.project(PROJECT).scenes == expected


def test_a_moved_scene_stands_at_its_place(store: Store) -> None:
    _with_three(store)
    project = _after(store, MoveScene(scene=THREE, position=0))
    assert [found.id for found in project.scenes] == [THREE, ONE, TWO]


def test_a_removed_scene_is_not_shown_but_kept(store: Store) -> None:
    _with_three(store)
    project = _after(store, RemoveScene(scene=TWO))
    assert [found.id for found in project.scenes] == [ONE, THREE]
    rows = execute(store.database.connection, "SELECT id FROM scene WHERE removed_at IS NOT NULL").fetchall()
    assert rows == [(TWO,)]


def test_a_changed_scene_keeps_the_rest_of_it(store: Store) -> None:
    _with_three(store)
    changed = {"name": "Numbers", "duration_frames": 45}
    expected = scene(TWO, props={"title": TWO}).model_copy(update=changed)
    project = _after(store, UpdateScene(scene=TWO, name="Numbers", duration_frames=45))
    assert project.scenes[1] == expected


def test_new_settings_of_the_video_are_stored(store: Store) -> None:
    _with_three(store)
    assert _after(store, SetVideo(name="Tall", height=1280)).video == Video(name="Tall", height=1280)
