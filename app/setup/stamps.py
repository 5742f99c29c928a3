"""A stamp says from which inputs a folder was made. It lies inside the folder: whoever deletes one deletes both."""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from app.setup.places import Need

NAME = ".bazaar-stamp"


class Stamp(NamedTuple):
    """The need a folder serves, and the digest of what it was made from."""

    need: Need
    digest: str


def read(folder: Path) -> Stamp | None:
    """The stamp of a folder; None where there is none, or none that can be read (then the folder is made again)."""
    try:
        need, digest = json.loads((folder / NAME).read_text())
        return Stamp(Need(need), str(digest))
    except (OSError, ValueError, TypeError):
        return None


def write(folder: Path, stamp: Stamp) -> None:
    """Put the stamp on a finished folder, whole or not at all."""
    draft = folder / f"{NAME}.draft"
    draft.write_text(json.dumps(stamp))
    draft.replace(folder / NAME)


def remove(folder: Path) -> None:
    """Take the stamp off before work begins, so that cut work is never taken for finished."""
    (folder / NAME).unlink(missing_ok=True)


def digest_of(files: Iterable[Path], *words: str) -> str:
    """SHA-256 over the words, and over each file's name and content; a file that is missing counts as missing."""
    digest = hashlib.sha256("\0".join(words).encode())
    for file in files:
        content = file.read_bytes() if file.is_file() else b"missing"
        digest.update(f"\0{file.name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def files_below(folder: Path, ignored: frozenset[str]) -> list[Path]:
    """Every file below a folder, sorted, without the folders whose names are ignored."""
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in ignored]
        found += [Path(place, name) for name in names]
    return sorted(found)
