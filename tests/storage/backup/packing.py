"""Tar files as a test wants them."""

import io
import tarfile
from pathlib import Path

from storage.backup.manifest import Manifest
from storage.backup.tarring import TarWriter
from storage.migration import migrations

NEWEST = migrations()[-1].version


def packed(target: Path, members: dict[str, bytes]) -> Path:
    with target.open("wb") as file:
        tar = TarWriter(file)
        for name, content in members.items():
            tar.add(name, content)
        tar.close()
    return target


def unpacked(source: Path) -> dict[str, bytes]:
    with tarfile.open(source) as tar:
        return {member.name: (tar.extractfile(member) or io.BytesIO()).read() for member in tar}


def manifest(**fields: object) -> bytes:
    whole = {"kind": "backup", "schema_version": NEWEST, "created_at": "now", **fields}
    return Manifest.model_validate(whole).model_dump_json().encode()
