"""A backup of a system that may be running: the database as of one moment, then every artifact it may name."""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from storage.artifacts import ArtifactStore
from storage.backup.manifest import NAME, Manifest
from storage.backup.tarring import TarWriter
from storage.copying import copy_database
from storage.database import FILE
from storage.timestamps import iso


def back_up(folder: Path, artifacts: ArtifactStore, target: BinaryIO, clock: Callable[[], float]) -> Manifest:
    """Write the whole data folder to `target`. Raises StoreUnavailableError.

    Artifacts are written before the rows that name them and never change, so those that are there after the copy of
    the database are all that it names. Nothing may be cleaned meanwhile.
    """
    with tempfile.TemporaryDirectory(dir=folder, prefix=".backup-") as workshop:
        copy = Path(workshop) / FILE
        copy_database(folder / FILE, copy)
        manifest = _manifest(copy, artifacts, clock())
        tar = TarWriter(target)
        tar.add(NAME, manifest.model_dump_json().encode())
        tar.add_file(FILE, copy)
        for name, _, _ in artifacts.files():
            tar.add_artifact(artifacts, name)
        tar.close()
    return manifest


def _manifest(copy: Path, artifacts: ArtifactStore, now: float) -> Manifest:
    with closing(sqlite3.connect(copy)) as database:
        [(version,)] = database.execute("SELECT MAX(version) FROM schema_version").fetchall()
        names = [name for (name,) in database.execute("SELECT sha256 FROM artifact ORDER BY sha256")]
    missing = tuple(name for name in names if artifacts.size(name) is None)
    return Manifest(kind="backup", schema_version=version, created_at=iso(now), missing=missing)
