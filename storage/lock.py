"""The lock of a data folder: one process owns it, and the system frees it however that process ends."""

import fcntl
import os
from pathlib import Path
from typing import Self

from storage.errors import StoreBusyError

_NAME = "lock"


class FolderLock:
    """Held from its making until `release`. Makes the folder, for its owner only, where there is none.

    Raises StoreBusyError when another process (or another lock of this one) holds it.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            owner = os.pread(self._file, 20, 0).decode("ascii", "replace").strip() or "unknown"
            os.close(self._file)
            message = (
                f"the data folder {folder} is in use by the Bazaar with process id {owner}: "
                "use that one, stop it, or choose another data folder"
            )
            raise StoreBusyError(message) from error
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        """Let go of the folder; more than once does no harm."""
        file, self._file = self._file, -1
        if file >= 0:
            os.close(file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()
