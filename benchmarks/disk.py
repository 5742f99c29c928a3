"""What the disk alone takes while something else is measured: a commit can be no faster than it."""

import os
import tempfile
import threading
from time import perf_counter
from types import TracebackType
from typing import Self

PAUSE_S = 0.02
PAGE = b"\0" * 4096


class Disk:
    """Writes and syncs one page now and then, from entering to leaving; `times_ms` are what each took."""

    def __init__(self) -> None:
        self.times_ms: list[float] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._sample, name="disk", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._over.set()
        self._thread.join()

    def _sample(self) -> None:
        with tempfile.TemporaryFile() as file:
            while not self._over.wait(PAUSE_S):
                begun = perf_counter()
                os.pwrite(file.fileno(), PAGE, 0)
                os.fsync(file.fileno())
                self.times_ms.append((perf_counter() - begun) * 1000)
