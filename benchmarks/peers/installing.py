"""The peers' own virtual environment, made for the benchmark alone and kept in the set-up's folder."""

import subprocess
import sys
from pathlib import Path

from app.settings import ROOT

FOLDER = ROOT / ".setup" / "peers"
PACKAGES = ("dbos==3.4.0", "langgraph==1.2.24", "langgraph-checkpoint-sqlite==3.1.2")
INSTALL_S = 600


class PeersAbsentError(Exception):
    """The peers cannot be installed here."""


def python_with_peers() -> Path:
    """A Python that has the peers, made where there is none. Raises PeersAbsentError."""
    python = FOLDER / "bin" / "python"
    wanted = FOLDER / "installed"
    if wanted.exists() and wanted.read_text(encoding="utf-8") == "\n".join(PACKAGES):
        return python
    print(f"installing {', '.join(PACKAGES)} for this benchmark", file=sys.stderr, flush=True)
    for argv in ([sys.executable, "-m", "venv", FOLDER], [python, "-m", "pip", "install", "--quiet", *PACKAGES]):
        _run([str(word) for word in argv])
    wanted.write_text("\n".join(PACKAGES), encoding="utf-8")
    return python


def _run(argv: list[str]) -> None:
    try:
        subprocess.run(argv, check=True, capture_output=True, text=True, timeout=INSTALL_S)
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", "") or str(error)
        message = f"the peers cannot be installed: {said[-500:]}"
        raise PeersAbsentError(message) from error
