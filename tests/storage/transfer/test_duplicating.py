import pytest

from storage.condition import Condition
from storage.database import FILE
from storage.deletion import DeleteProject
from storage.edits import AddAsset
from storage.errors import ProjectDeletedError
from storage.reading.connections import ReadConnections
from storage.transfer.duplicating import duplicate_of
from storage.upkeep import ImportProject
from tests.storage.opened import PROJECT, Store, publish
from tests.storage.writing.test_assets import asset


def duplicated(store: Store, seed: str = "s") -> ImportProject:
    connections = ReadConnections(store.folder / FILE, Condition())
    try:
        return duplicate_of(connections, store.artifacts, PROJECT, seed, 9.0)
    finally:
        connections.close()


def test_a_copy_has_all_of_the_original_under_ids_of_its_own(store: Store) -> None:
    store.write(publish(store.begin_scene()))
    store.write(AddAsset(PROJECT, asset()))
    entry = duplicated(store)
    store.write(entry)
    here, there = store.reader.snapshot(PROJECT), store.reader.snapshot(entry.project)
    assert there.video == here.video.model_copy(update={"name": "Copy of Nimbus"})
    assert [message.content for message in there.messages] == [message.content for message in here.messages]
    assert [scene.bundle for scene in there.scenes] == [scene.bundle for scene in here.scenes]
    assert [asset.name for asset in there.assets] == [asset.name for asset in here.assets]
    assert not {scene.id for scene in there.scenes} & {scene.id for scene in here.scenes}


def test_a_copy_of_a_copy_is_named_once(store: Store) -> None:
    store.begin()
    first = duplicated(store)
    store.write(first)
    connections = ReadConnections(store.folder / FILE, Condition())
    store.write(second := duplicate_of(connections, store.artifacts, first.project, "t", 9.0))
    connections.close()
    assert store.reader.snapshot(second.project).video.name == "Copy of Nimbus"


def test_the_same_seed_gives_the_same_copy(store: Store) -> None:
    store.begin()
    assert duplicated(store) == duplicated(store)
    assert duplicated(store).project != duplicated(store, "other").project


def test_a_deleted_project_has_no_copy(store: Store) -> None:
    store.begin()
    store.write(DeleteProject(PROJECT))
    with pytest.raises(ProjectDeletedError):
        duplicated(store)
