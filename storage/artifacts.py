"""Artifacts: immutable bytes in files named by the SHA-256 of their content.

A file appears under its name only when it is whole and on the disk, so a row may name it as soon as `put` returns.
"""

import logging
import os
import re
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from pipeline.ids import Sha256
from storage.condition import KEEPING, Condition
from storage.errors import MissingArtifactError, NotFoundError, StoreUnavailableError

logger = logging.getLogger(__name__)

FOLDER = "artifacts"
"""Where they lie in a data folder."""

_NAME = re.compile(r"[0-9a-f]{64}")


class ArtifactStore:
    """The artifacts under one folder, spread over subfolders by the first two digits of their names.

    `rename` gives a whole file its name; drills die around it.
    """

    def __init__(
        self,
        folder: Path,
        condition: Condition | None = None,
        *,
        rename: Callable[[Path, Path], object] = Path.replace,
    ) -> None:
        self._folder = folder
        self._rename = rename
        self._condition = condition or Condition()
        self._guard = threading.Lock()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def put(self, content: bytes, kind: str) -> Sha256:
        """Keep the bytes; returns their name. The same bytes again are kept once. Raises StoreUnavailableError."""
        try:
            name = self._put(content, kind)
        except OSError as error:
            message = f"an artifact cannot be kept ({error}): see that the disk has room"
            self._condition.fails(KEEPING, message)
            raise StoreUnavailableError(message) from error
        self._condition.works(KEEPING)
        return name

    def _put(self, content: bytes, kind: str) -> Sha256:
        name = Sha256(sha256(content).hexdigest())
        target = self.path(name)
        if not self._renewed(target):
            target.parent.mkdir(mode=0o700, exist_ok=True)
            _write_whole(target, content, self._rename)
            logger.debug("artifact %s kept: %s, %d bytes", name, kind, len(content))
        _sync_folder(target.parent)  # also where it was there: whoever put it may not have come so far
        _sync_folder(self._folder)
        return name

    def get(self, name: Sha256) -> bytes:
        """The bytes of that name. Raises NotFoundError, and StoreUnavailableError where the file cannot be read."""
        try:
            return self.path(name).read_bytes()
        except FileNotFoundError as error:
            message = f"there is no artifact {name}"
            raise NotFoundError(message) from error
        except OSError as error:
            message = f"the artifact {name} cannot be read ({error}): see that the disk answers"
            raise StoreUnavailableError(message) from error

    def need(self, name: Sha256) -> bytes:
        """The bytes of an artifact that a row names; without them the store is degraded until they are back.

        Raises MissingArtifactError, also for other bytes, and StoreUnavailableError.
        """
        what, missing = f"artifact {name}", MissingArtifactError(name)
        try:
            content = self.get(name)
        except NotFoundError as error:
            self._condition.fails(what, str(missing))
            raise missing from error
        if sha256(content).hexdigest() != name:
            self._condition.fails(what, str(missing))
            raise missing
        self._condition.works(what)
        return content

    def size(self, name: Sha256) -> int | None:
        """The bytes of the artifact, or None when there is none of that name."""
        try:
            return self.path(name).stat().st_size
        except FileNotFoundError:
            return None

    def files(self) -> Iterator[tuple[Sha256, int, float]]:
        """Every file: its name, its bytes, and when it was last put there."""
        for path in self._folder.glob("[0-9a-f][0-9a-f]/*"):
            if _NAME.fullmatch(path.name):
                known = path.stat()
                yield Sha256(path.name), known.st_size, known.st_mtime

    def remove(self, name: Sha256, touched_at: float) -> None:
        """Remove the file of a name that nobody uses any more, unless it was put there again since that time."""
        path = self.path(name)
        with self._guard, suppress(FileNotFoundError):
            if path.stat().st_mtime <= touched_at:
                path.unlink()

    def path(self, name: Sha256) -> Path:
        """Where the artifact lies or would lie. Raises NotFoundError for what cannot be the name of one."""
        if not _NAME.fullmatch(name):
            message = f"{name[:80]!r} is not the name of an artifact; that is 64 digits 0-9a-f"
            raise NotFoundError(message)
        return self._folder / name[:2] / name

    def _renewed(self, path: Path) -> bool:
        """Make a file that is there as young as a new one, so that whoever removes old ones leaves it."""
        with self._guard:
            if known := path.exists():
                os.utime(path)
        return known


def _write_whole(target: Path, content: bytes, rename: Callable[[Path, Path], object]) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        rename(Path(temporary), target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
