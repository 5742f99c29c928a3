"""A data folder put back from a backup, under a new history: what was there is set aside, not thrown away."""

import os
import secrets
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from storage.artifacts import FOLDER, ArtifactStore
from storage.backup.manifest import LARGEST_MANIFEST_BYTES, NAME, Manifest, manifest_in
from storage.backup.tarring import artifact_in, members
from storage.database import FILE, HISTORY_FILE, NAME_HISTORY
from storage.errors import StoreTooNewError, UnusableFileError
from storage.lock import FolderLock
from storage.migration import migrations

_WORKSHOP = "restoring"
_SIDE_FILES = (FILE, f"{FILE}-wal", f"{FILE}-shm")


def restore(source: Path, folder: Path) -> Manifest:
    """Put the folder back to what the backup holds; event numbers go on under a new name of the history.

    Until the last step the folder is as it was. Raises StoreBusyError when a process has it, UnusableFileError for
    what is no whole backup, and StoreTooNewError for one of a newer Bazaar.
    """
    with FolderLock(folder):
        workshop = folder / _WORKSHOP
        shutil.rmtree(workshop, ignore_errors=True)  # what a restore that was cut short has left
        workshop.mkdir(mode=0o700)
        try:
            manifest = _unpack(source, workshop)
            epoch = _renamed(workshop / FILE)
            _set_aside(folder)
            _take_over(workshop, folder, epoch)
        finally:
            shutil.rmtree(workshop, ignore_errors=True)
        return manifest


def _unpack(source: Path, workshop: Path) -> Manifest:
    """Everything into the workshop, checked. Raises UnusableFileError and StoreTooNewError."""
    artifacts = ArtifactStore(workshop / FOLDER)
    with source.open("rb") as file, members(file) as found:
        name, content = next(found, ("nothing", None))
        if name != NAME or content is None:
            message = f"{source} begins with {name}: it is no backup of Bazaar"
            raise UnusableFileError(message)
        manifest = manifest_in(content.read(LARGEST_MANIFEST_BYTES), "backup")
        _refuse_newer(manifest)
        for name, content in found:
            if name == FILE:
                _write(workshop / FILE, content)
            else:
                artifacts.put(artifact_in(name, content), "restored")
    _check(workshop / FILE)
    return manifest


def _refuse_newer(manifest: Manifest) -> None:
    newest = migrations()[-1].version
    if manifest.schema_version > newest:
        message = (
            f"the backup has schema {manifest.schema_version} and this Bazaar knows schemas up to {newest}: "
            "restore it with the newer Bazaar that wrote it"
        )
        raise StoreTooNewError(message)


def _write(target: Path, content: BinaryIO) -> None:
    with target.open("wb") as file:
        shutil.copyfileobj(content, file)
        file.flush()
        os.fsync(file.fileno())
    target.chmod(0o600)


def _check(database: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            [(found,), *_] = opened.execute("PRAGMA quick_check").fetchall()
    except sqlite3.Error as error:
        message = f"the database in the backup cannot be read ({error}): the backup is damaged"
        raise UnusableFileError(message) from error
    if found != "ok":
        message = f"the database in the backup is not whole ({found}): the backup is damaged"
        raise UnusableFileError(message)


def _renamed(database: Path) -> str:
    """Give the history in it a new name, because its numbers will be given a second time."""
    epoch = secrets.token_hex(4)
    with closing(sqlite3.connect(database)) as opened, opened:
        opened.execute(NAME_HISTORY, (epoch,))
    return epoch


def _set_aside(folder: Path) -> None:
    """Keep what is there; the database stays in its place until the other takes it."""
    if not (folder / FILE).exists():
        return
    aside = folder / f"replaced-{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(2)}"
    aside.mkdir(mode=0o700)
    if _settled(folder / FILE):
        shutil.copy2(folder / FILE, aside / FILE)
        return
    for name in _SIDE_FILES:
        if (folder / name).exists():
            (folder / name).replace(aside / name)


def _settled(database: Path) -> bool:
    """Bring its log into the file, so that none is left to be taken for the new one's; False where it is damaged."""
    try:
        with closing(sqlite3.connect(database)) as opened:
            opened.execute("PRAGMA journal_mode = delete")
    except sqlite3.Error:
        return False
    return not database.with_name(f"{FILE}-wal").exists()


def _take_over(workshop: Path, folder: Path, epoch: str) -> None:
    """Artifacts first, then the database in one step; a start makes a new name of the history, should this get lost."""
    unpacked, kept = ArtifactStore(workshop / FOLDER), ArtifactStore(folder / FOLDER)
    for name, _, _ in unpacked.files():
        kept.put(unpacked.get(name), "restored")
    (workshop / FILE).replace(folder / FILE)
    _sync(folder)
    (folder / HISTORY_FILE).write_text(f"{epoch}\n", encoding="ascii")


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
