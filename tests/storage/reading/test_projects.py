import pytest

from pipeline.changes import RemoveScene, SetVideo
from pipeline.ids import ProjectId, RevisionId, SceneId
from pipeline.project import Video
from pipeline.replay import Key
from storage.entries import CreateProject
from storage.errors import DefinitionMismatchError, NotFoundError
from storage.sql import execute
from tests.storage.opened import PROJECT, SCENE, Store, publish, tool

OTHER = ProjectId("prj_2")


def test_projects_are_listed_the_last_changed_first(store: Store) -> None:
    store.begin_scene()
    store.write(CreateProject(OTHER, Video(width=1080, height=1920)))
    listed = [(found.id, found.name, found.width, found.height, found.scenes) for found in store.reader.projects()]
    assert listed == [(OTHER, "Untitled", 1080, 1920, 0), (PROJECT, "Nimbus", 1280, 720, 1)]
    store.write(tool(key=Key("act", 1), changes=(RemoveScene(scene=SCENE), SetVideo(name="Again"))))
    first = store.reader.projects()[0]
    assert (first.id, first.name, first.scenes) == (PROJECT, "Again", 0)


def test_a_scene_without_a_revision_has_no_source(store: Store) -> None:
    store.begin_scene()
    assert store.reader.project(PROJECT).sources == {}
    with pytest.raises(NotFoundError, match="there is no component of scene scn_1; it may not be published yet"):
        store.reader.source(SCENE)


def test_the_sources_of_removed_scenes_are_left_out(store: Store) -> None:
    job = store.begin_scene()
    store.write(publish(job))
    store.write(tool(key=Key("act", 1), changes=(RemoveScene(scene=SCENE),)))
    assert store.reader.project(PROJECT).sources == {}


def test_what_nobody_knows_is_not_found(store: Store) -> None:
    with pytest.raises(NotFoundError, match="there is no project prj_2"):
        store.reader.project(OTHER)
    with pytest.raises(NotFoundError, match="there is no project prj_2"):
        store.reader.last_seq(OTHER)
    with pytest.raises(NotFoundError, match="there is no revision rev_x"):
        store.reader.revision(RevisionId("rev_x"))
    with pytest.raises(NotFoundError, match="scene scn_x"):
        store.reader.source(SceneId("scn_x"))


def test_settings_of_another_version_are_a_definition_mismatch(store: Store) -> None:
    store.begin()
    execute(store.database.connection, "UPDATE project SET video = '{\"hologram\": 1}'")
    with pytest.raises(DefinitionMismatchError, match="a stored Video does not fit this version"):
        store.reader.project(PROJECT)
