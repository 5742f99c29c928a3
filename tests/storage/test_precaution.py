from pathlib import Path

from storage.database import FILE
from storage.precaution import FOLDER, KEPT, set_copy_aside
from tests.storage.opened import Store


def test_the_last_few_copies_are_kept(store: Store) -> None:
    folder: Path = store.folder / FOLDER
    folder.mkdir()
    for year in range(2000, 2005):
        (folder / f"{year}0101-000000-schema-1.db").write_bytes(b"")
    copy = set_copy_aside(store.folder / FILE, 7)
    assert copy.name.endswith("-schema-7.db")
    assert len(list(folder.iterdir())) == KEPT
    assert copy.exists()


def test_a_new_database_needs_no_copy(store: Store) -> None:
    assert not (store.folder / FOLDER).exists()
