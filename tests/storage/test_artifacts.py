import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.ids import Sha256
from storage.artifacts import ArtifactStore
from storage.condition import KEEPING, Condition
from storage.errors import NotFoundError, StoreUnavailableError


def test_bytes_come_back_under_the_hash_of_their_content(tmp_path: Path) -> None:
    artifacts = ArtifactStore(tmp_path / "artifacts")
    name = artifacts.put(b"export default 1", "bundle")
    assert name == sha256(b"export default 1").hexdigest()
    assert artifacts.get(name) == b"export default 1"
    assert artifacts.size(name) == 16


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    artifacts = ArtifactStore(tmp_path)
    name = artifacts.put(b"same", "bundle")
    before = artifacts.path(name).stat().st_ino
    assert artifacts.put(b"same", "bundle") == name
    assert artifacts.path(name).stat().st_ino == before


def test_a_file_that_was_there_is_as_durable_as_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    artifacts, synced = ArtifactStore(tmp_path), list[int]()
    name = artifacts.put(b"same", "bundle")
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_ino))
    artifacts.put(b"same", "bundle")
    assert synced == [folder.stat().st_ino for folder in (artifacts.path(name).parent, tmp_path)]


def test_only_whole_files_are_left_behind(tmp_path: Path) -> None:
    artifacts = ArtifactStore(tmp_path)
    names = {artifacts.put(bytes([number]) * 1000, "bundle") for number in range(20)}
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} == names


def test_a_write_that_fails_leaves_no_part_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    artifacts = ArtifactStore(tmp_path)

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreUnavailableError, match="no space left"):
        artifacts.put(b"too much", "bundle")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_an_unknown_name_is_not_found(tmp_path: Path) -> None:
    artifacts = ArtifactStore(tmp_path)
    with pytest.raises(NotFoundError, match="there is no artifact 0000"):
        artifacts.get(Sha256("0" * 64))
    assert artifacts.size(Sha256("0" * 64)) is None


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_what_cannot_be_a_name_leads_to_no_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFoundError, match="is not the name of an artifact"):
        ArtifactStore(tmp_path).path(Sha256(name))


def test_a_disk_that_takes_no_artifact_is_known_until_it_takes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    condition = Condition()
    artifacts = ArtifactStore(tmp_path / "artifacts", condition)

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        with pytest.raises(StoreUnavailableError, match="see that the disk has room"):
            artifacts.put(b"too much", "bundle")
    assert condition.troubles.keys() == {KEEPING}
    artifacts.put(b"enough room", "bundle")
    assert not condition.degraded


def test_a_file_that_cannot_be_read_is_the_disks_fault(tmp_path: Path) -> None:
    artifacts = ArtifactStore(tmp_path / "artifacts")
    artifacts.path(Sha256("0" * 64)).mkdir(parents=True)
    with pytest.raises(StoreUnavailableError, match="see that the disk answers"):
        artifacts.get(Sha256("0" * 64))
