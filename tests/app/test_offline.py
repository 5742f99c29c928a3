from pathlib import Path

import pytest

from app.offline import offline
from app.settings import Settings
from storage.errors import StoreBusyError
from storage.lock import FolderLock


def settings(folder: Path) -> Settings:
    return Settings().model_copy(update={"data": folder})


def test_a_folder_is_locked_while_it_is_used_and_let_go_after(tmp_path: Path) -> None:
    with offline(settings(tmp_path)) as keeper:
        assert keeper.clean(dry_run=False)
        with pytest.raises(StoreBusyError):
            FolderLock(tmp_path)
    FolderLock(tmp_path).release()


def test_a_folder_that_somebody_has_is_refused(tmp_path: Path) -> None:
    with FolderLock(tmp_path), pytest.raises(StoreBusyError), offline(settings(tmp_path)):
        pass
