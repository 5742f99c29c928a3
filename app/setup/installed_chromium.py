"""Chromiums that somebody installed: by the system's packages, or by Playwright into a folder of its own.

What PATH names is often a shell script that looks for its program. A jail lets only the program itself run, so the
program is what is looked for.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

NAMES = ("google-chrome-stable", "google-chrome", "chromium", "chromium-browser")
_PROGRAMS = ("chrome", "chromium", "chromium-browser")
"""What the program beside a script is called."""
_KNOWN = (
    Path("/usr/lib/chromium/chromium"),
    Path("/usr/lib/chromium-browser/chromium-browser"),
    Path("/usr/lib64/chromium-browser/chromium-browser"),
    Path("/opt/google/chrome/chrome"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
_OF_PLAYWRIGHT = (
    "chromium-*/chrome-*/chrome",
    "chromium-*/chrome-*/*.app/Contents/MacOS/*",
    "chromium_headless_shell-*/*/headless_shell",
    "chromium_headless_shell-*/*/chrome-headless-shell",
)
_PROGRAM_MAGIC = (b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
"""How programs of Linux and of macOS begin; a script begins otherwise."""


def of_system() -> Path | None:
    """The program of a Chrome or Chromium that the system has."""
    named = [Path(path) for name in NAMES if (path := shutil.which(name))]
    return first_program([*named, *_KNOWN])


def first_program(candidates: Iterable[Path]) -> Path | None:
    """The first that is a program, or a script with its program beside it, wherever links lead."""
    return next((program for candidate in candidates for program in _programs(candidate)), None)


def of_playwright(folder: Path | None = None) -> Path | None:
    """The newest program that Playwright installed for itself; a whole browser before one without windows."""
    where = folder or playwright_folder(os.environ)
    found = (file for pattern in _OF_PLAYWRIGHT for file in sorted(where.glob(pattern), key=_version, reverse=True))
    return first_program(found)


def playwright_folder(env: Mapping[str, str]) -> Path:
    """Where Playwright keeps its browsers."""
    named = env.get("PLAYWRIGHT_BROWSERS_PATH")
    if named and named != "0":  # 0 means inside its package, where no browser of ours is installed
        return Path(named)
    cache = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return Path.home() / cache / "ms-playwright"


def _programs(candidate: Path) -> Iterator[Path]:
    file = candidate.resolve()
    if file.name == "snap":  # it starts what is in a box of its own, which cannot be put into another
        return
    yield from (path for path in (file, *(file.parent / name for name in _PROGRAMS)) if _is_program(path))


def _is_program(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(4) in _PROGRAM_MAGIC and os.access(file, os.X_OK)
    except OSError:
        return False


def _version(file: Path) -> int:
    found = re.search(r"-(\d+)/", f"{file}")
    return int(found.group(1)) if found else 0
