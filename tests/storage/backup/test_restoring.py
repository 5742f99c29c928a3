import sqlite3
import tarfile
from pathlib import Path

import pytest

from storage.backup.backing_up import back_up
from storage.backup.manifest import Manifest
from storage.backup.restoring import restore
from storage.database import FILE
from storage.errors import StoreBusyError, StoreTooNewError, UnusableFileError
from tests.storage.backup.packing import NEWEST, manifest, packed, unpacked
from tests.storage.opened import BUNDLE, PROJECT, SCENE, START, Store, message, publish


def backup_of(store: Store, target: Path) -> Manifest:
    with target.open("wb") as file:
        return back_up(store.folder, store.artifacts, file, lambda: START)


def members(tmp_path: Path) -> dict[str, bytes]:
    """What a whole backup consists of."""
    store = Store(tmp_path / "made")
    store.begin()
    store.artifacts.put(b"bundle", "bundle")
    backup_of(store, tmp_path / "made.tar")
    store.close()
    return unpacked(tmp_path / "made.tar")


def test_what_is_restored_is_what_was_backed_up_under_a_new_history(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    job = store.begin_scene()
    bundle = store.artifacts.put(b"bundle", "bundle")
    store.write(publish(job))
    whole, epoch = store.reader.snapshot(PROJECT), store.database.history_epoch
    manifest = backup_of(store, tmp_path / "b.tar")
    assert manifest.missing == (BUNDLE,)
    store.write(message("said later", suffix="_2"))
    store.close()
    assert restore(tmp_path / "b.tar", tmp_path / "data") == manifest
    again = Store(tmp_path / "data")
    assert again.reader.snapshot(PROJECT) == whole
    assert again.artifacts.get(bundle) == b"bundle"
    assert again.reader.source(SCENE) == f"source of {job}"
    assert again.database.history_epoch == again.reader.history_epoch() != epoch
    again.close()


def test_a_backup_is_restored_into_an_empty_folder_too(tmp_path: Path) -> None:
    packed(tmp_path / "b.tar", members(tmp_path))
    restore(tmp_path / "b.tar", tmp_path / "new")
    store = Store(tmp_path / "new")
    assert store.reader.project(PROJECT).video.name == "Nimbus"
    store.close()


def test_what_was_there_is_set_aside(tmp_path: Path) -> None:
    packed(tmp_path / "b.tar", members(tmp_path))
    other = Store(tmp_path / "data")
    other.begin()
    other.write(message("only here", suffix="_2"))
    other.close()
    restore(tmp_path / "b.tar", tmp_path / "data")
    [aside] = (tmp_path / "data").glob("replaced-*/bazaar.db")
    found = sqlite3.connect(aside).execute("SELECT COUNT(*) FROM message WHERE content = 'only here'").fetchone()
    assert found == (1,)


def test_a_database_that_is_damaged_is_replaced_and_set_aside_as_it_is(tmp_path: Path) -> None:
    packed(tmp_path / "b.tar", members(tmp_path))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / FILE).write_bytes(b"no database " * 1000)
    restore(tmp_path / "b.tar", tmp_path / "data")
    [aside] = (tmp_path / "data").glob("replaced-*/bazaar.db")
    assert aside.read_bytes().startswith(b"no database")
    Store(tmp_path / "data").close()


def test_a_folder_in_use_is_not_touched(store: Store, tmp_path: Path) -> None:
    packed(tmp_path / "b.tar", members(tmp_path))
    with pytest.raises(StoreBusyError):
        restore(tmp_path / "b.tar", store.folder)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"manifest.json": b"{}"}, "does not say what it is"),
        ({"manifest.json": manifest(kind="project")}, "is a project, not a backup"),
        ({FILE: b"half" * 9999}, "the backup is damaged"),
        ({f"artifacts/{'a' * 64}": b"other bytes"}, "is not what its name says"),
        ({"../escaped": b"x"}, "which is no part of such a file"),
    ],
)
def test_what_is_no_whole_backup_is_refused_and_changes_nothing(
    tmp_path: Path, change: dict[str, bytes], said: str
) -> None:
    packed(tmp_path / "b.tar", members(tmp_path) | change)
    refuses(tmp_path, said)


def refuses(tmp_path: Path, said: str, error: type[Exception] = UnusableFileError) -> None:
    with pytest.raises(error, match=said):
        restore(tmp_path / "b.tar", tmp_path / "data")
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["lock"]


def test_a_backup_of_a_newer_bazaar_is_refused(tmp_path: Path) -> None:
    packed(tmp_path / "b.tar", members(tmp_path) | {"manifest.json": manifest(schema_version=NEWEST + 1)})
    refuses(tmp_path, "restore it with the newer Bazaar", StoreTooNewError)


def test_a_file_that_was_cut_short_or_is_no_tar_file_is_refused(tmp_path: Path) -> None:
    whole = packed(tmp_path / "b.tar", members(tmp_path)).read_bytes()
    for content in (whole[: len(whole) // 2], b"nothing of that kind", b""):
        (tmp_path / "b.tar").write_bytes(content)
        refuses(tmp_path, "no whole tar file")


def test_links_and_folders_in_a_file_are_refused(tmp_path: Path) -> None:
    whole = members(tmp_path)
    with tarfile.open(tmp_path / "b.tar", "w") as tar:
        link = tarfile.TarInfo("manifest.json")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        tar.addfile(link)
    assert whole
    refuses(tmp_path, "which is no plain file")


def test_a_backup_in_the_middle_of_writing_is_of_one_moment(store: Store, tmp_path: Path) -> None:
    store.begin()
    for number in range(5):
        backup_of(store, tmp_path / f"{number}.tar")
        store.write(message("more", suffix=f"_{number}"))
        copy = tmp_path / f"{number}.db"
        copy.write_bytes(unpacked(tmp_path / f"{number}.tar")[FILE])
        [(seq, events)] = sqlite3.connect(copy).execute("SELECT last_seq, (SELECT COUNT(*) FROM event) FROM project")
        assert seq == events == 3 + 3 * number
