import stat
from pathlib import Path

import pytest

from storage.copying import copy_database
from storage.database import FILE
from storage.errors import StoreUnavailableError
from tests.storage.opened import Store


def test_a_copy_is_one_file_for_its_owner_only(store: Store, tmp_path: Path) -> None:
    store.begin()
    copy_database(store.folder / FILE, tmp_path / "copy.db")
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    assert not (tmp_path / "copy.db-wal").exists()


def test_what_cannot_be_copied_is_said(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="room for a second one"):
        copy_database(store.folder / FILE, tmp_path / "no" / "folder.db")
