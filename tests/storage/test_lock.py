import stat
import subprocess
import sys
from pathlib import Path

import pytest

from storage.errors import StoreBusyError
from storage.lock import FolderLock


def test_the_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    with FolderLock(tmp_path / "new" / "data"):
        assert stat.S_IMODE((tmp_path / "new" / "data").stat().st_mode) == 0o700


def test_a_second_lock_is_refused_with_the_folder_and_what_to_do(tmp_path: Path) -> None:
    with FolderLock(tmp_path), pytest.raises(StoreBusyError, match=r"use that one, stop it, or choose another") as busy:
        FolderLock(tmp_path)
    assert str(tmp_path) in str(busy.value)


def test_a_released_folder_can_be_locked_again(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    lock.release()
    lock.release()
    FolderLock(tmp_path).release()


def test_another_process_is_refused_and_told_whose_the_folder_is(tmp_path: Path) -> None:
    script = f"""
import os, sys
from pathlib import Path
from storage.lock import FolderLock
lock = FolderLock(Path({str(tmp_path)!r}))
print(os.getpid(), flush=True)
sys.stdin.read()
"""
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as owner:
        assert owner.stdout is not None
        owner.stdout.readline()
        with pytest.raises(StoreBusyError, match=f"process id {owner.pid}:"):
            FolderLock(tmp_path)
        owner.kill()
        owner.wait(10)
    FolderLock(tmp_path).release()
