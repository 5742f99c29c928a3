"""Runs the installers with the environment they need and no more; their output is in a log, shown when they fail."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from subprocess import DEVNULL, STDOUT
from typing import NamedTuple

from app.setup.errors import SetupError

_NAMES = frozenset(
    {"PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "TZ", "TERM", "TMPDIR", "CI", "NO_COLOR", "FORCE_COLOR"}
    | {"CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE"}
    | {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy"}
    | {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONHASHSEED"}
)
# The user's own configuration of the installers: where packages come from is theirs to say.
_PREFIXES = ("PIP_", "UV_", "npm_", "NPM_", "NODE_", "SSL_", "XDG_", "LC_")
_EXCERPT_LINES = 25  # from each end: npm tells the reason first, pip last
_PATIENCE_S = 30


class Hands(NamedTuple):
    """What a stage works with: where its children log, and the lock they keep held while they live."""

    logs: Path
    lock: int

    def run(self, name: str, argv: Sequence[str | Path], cwd: Path, extra: Mapping[str, str] | None = None) -> None:
        """Run a child to its end. Raises SetupError with what it printed when it fails or cannot be started."""
        log = self.logs / f"{name}.log"
        words = [str(word) for word in argv]
        with log.open("wb") as out:
            try:
                child = subprocess.Popen(
                    words,
                    cwd=cwd,
                    env=environment(extra),
                    stdin=DEVNULL,
                    stdout=out,
                    stderr=STDOUT,
                    pass_fds=[self.lock],
                )
            except OSError as error:
                raise SetupError(f"{name} could not be started: {error}") from error
            status = _wait_for(child, log)
        if status != 0:
            raise SetupError(f"{name} ended with {status}; from {log}:\n{_excerpt(log)}")


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a child: what finds files, speaks and reaches the network; no key, nothing of the app's."""
    kept = {name: value for name, value in os.environ.items() if name in _NAMES or name.startswith(_PREFIXES)}
    return kept | dict(extra or {})


def _wait_for(child: subprocess.Popen[bytes], log: Path) -> int:
    """Wait, and say now and then that it is not forgotten (an installer without a network tries for minutes)."""
    with child:
        while True:
            try:
                return child.wait(_PATIENCE_S)
            except subprocess.TimeoutExpired:
                print(f" still at it, see {log} ...", end="", file=sys.stderr, flush=True)


def _excerpt(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()
    if len(lines) > 2 * _EXCERPT_LINES:
        lines = [*lines[:_EXCERPT_LINES], "...", *lines[-_EXCERPT_LINES:]]
    return "\n".join(f"    {line}" for line in lines)
