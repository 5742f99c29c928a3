"""A Chromium in the jail, spoken to through two pipes: it has no network, and needs none."""

import contextlib
import logging
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from actors.jail import Cell, spawned
from actors.pixels.pipe import Pipe

_ARGUMENTS = (
    "--headless",
    "--remote-debugging-pipe",
    "--no-sandbox",  # its own needs calls that the jail refuses; it sits in ours, all of it
    "--no-zygote",
    "--disable-gpu",
    "--use-gl=disabled",
    "--disable-dev-shm-usage",
    "--disable-breakpad",
    "--log-level=3",  # nobody reads its error output, and a full pipe would hold it up
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--mute-audio",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
)
_SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache", "/etc/fonts", "/usr/share/fonts")
_KERNEL = ("/proc", "/sys/devices/system/cpu", "/dev/urandom")
"""Another process is not to be read in /proc: Landlock keeps what is outside from being looked into."""
_START_WITHIN_S = 30.0
_END_WITHIN_S = 10.0
"""A killed process may hang in the kernel; nobody shall hang with it."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Viewer:
    """Where a Chromium lies, and what its environment needs."""

    program: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    data_bytes: int = 4 * 1024**3
    cpu_s: int = 3600


class Browser:
    """A running Chromium. Raises BrowserError where it does not start."""

    def __init__(self, viewer: Viewer) -> None:
        self._home = tempfile.mkdtemp(prefix="bazaar-viewer-")
        ours, theirs = os.pipe(), os.pipe()
        try:
            self._process = _started(viewer, self._home, (theirs[0], ours[1]))
        finally:
            os.close(theirs[0])
            os.close(ours[1])
        self.pipe = Pipe(reading=ours[0], writing=theirs[1])
        try:
            self.version = str(self.pipe.call("Browser.getVersion", within_s=_START_WITHIN_S).get("product"))
        except BaseException:
            self.close()
            raise

    @property
    def pid(self) -> int:
        """Of the process that all of its processes belong to."""
        return self._process.pid

    def close(self) -> None:
        """End it with all that it started, and leave nothing of it."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        self.pipe.close()
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(_END_WITHIN_S)
        except subprocess.TimeoutExpired:
            logger.warning("a browser does not end, and is left to the system", extra={"pid": self.pid})
        shutil.rmtree(self._home, ignore_errors=True)


def _started(viewer: Viewer, home: str, pipes: tuple[int, int]) -> "subprocess.Popen[bytes]":
    folders = dict.fromkeys(("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), home)
    cell = Cell(
        data_bytes=viewer.data_bytes,
        cpu_s=viewer.cpu_s,
        files_open=1024,
        reads=(str(viewer.program.parent), *_SYSTEM, *_KERNEL),
        writes=(home,),
        file_bytes=256 * 1024**2,
        has_family=True,
        environment={**viewer.environment, **folders},
        pipes=pipes,
        is_heard=False,
    )
    return spawned([str(viewer.program), *_ARGUMENTS, f"--user-data-dir={home}"], cell)
