import pytest

from pipeline.ids import ProjectId
from storage.edits import AddAsset
from storage.errors import NotFoundError
from tests.storage.opened import PROJECT, Store
from tests.storage.writing.test_assets import asset


def test_files_are_listed_in_the_order_in_which_they_came(store: Store) -> None:
    store.begin()
    for number, name in enumerate(("b.png", "a.png"), 1):
        store.write(AddAsset(PROJECT, asset(number, name)))
    assert [one.name for one in store.reader.outline(PROJECT).project.assets] == ["b.png", "a.png"]


def test_a_file_is_of_one_project(store: Store) -> None:
    store.begin()
    store.write(AddAsset(PROJECT, asset()))
    with pytest.raises(NotFoundError):
        store.reader.asset(ProjectId("other"), "logo.png")
