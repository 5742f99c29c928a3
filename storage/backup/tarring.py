"""Tar files as we write and read them: whole members by name, checked before they are believed."""

import io
import re
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from pipeline.ids import Sha256
from storage.artifacts import ArtifactStore
from storage.errors import NotFoundError, UnusableFileError

_ARTIFACT = re.compile(r"artifacts/([0-9a-f]{64})")
LARGEST_MEMBER_BYTES = 512 * 1024 * 1024


class TarWriter:
    """Writes members one after the other, so that the file may be a pipe."""

    def __init__(self, file: BinaryIO) -> None:
        self._tar = tarfile.open(fileobj=file, mode="w|")  # noqa: SIM115  # closed by its owner

    def close(self) -> None:
        """Write the end."""
        self._tar.close()

    def add(self, name: str, content: bytes) -> None:
        """A member of these bytes."""
        member = tarfile.TarInfo(name)
        member.size, member.mode = len(content), 0o600
        self._tar.addfile(member, io.BytesIO(content))

    def add_file(self, name: str, path: Path) -> None:
        """A member of what is in that file."""
        member = tarfile.TarInfo(name)
        member.size, member.mode = path.stat().st_size, 0o600
        with path.open("rb") as content:
            self._tar.addfile(member, content)

    def add_artifact(self, artifacts: ArtifactStore, name: Sha256) -> bool:
        """The artifact, if its file is there."""
        try:
            self.add(f"artifacts/{name}", artifacts.get(name))
        except NotFoundError:
            return False
        return True


@contextmanager
def members(source: BinaryIO) -> Iterator[Iterator[tuple[str, BinaryIO]]]:
    """The files in a tar file, in order, each to be read before the next. Raises UnusableFileError."""
    try:
        with tarfile.open(fileobj=source, mode="r:") as tar:
            yield _files(tar)
    except (tarfile.TarError, EOFError) as error:
        message = f"this is no whole tar file ({error}): it may have been cut short"
        raise UnusableFileError(message) from error


def artifact_in(name: str, content: BinaryIO) -> bytes:
    """The bytes of an artifact, if they are what its name says. Raises UnusableFileError."""
    match = _ARTIFACT.fullmatch(name)
    if match is None:
        message = f"the file holds {name!r}, which is no part of such a file"
        raise UnusableFileError(message)
    found = content.read(LARGEST_MEMBER_BYTES)
    if sha256(found).hexdigest() != match[1]:
        message = f"the artifact {match[1]} in the file is not what its name says: the file is damaged"
        raise UnusableFileError(message)
    return found


def _files(tar: tarfile.TarFile) -> Iterator[tuple[str, BinaryIO]]:
    for member in tar:
        content = tar.extractfile(member) if member.isreg() else None
        if content is None:
            message = f"the file holds {member.name!r}, which is no plain file: it is none of ours"
            raise UnusableFileError(message)
        yield member.name, content  # type: ignore[misc]  # a readable binary file
