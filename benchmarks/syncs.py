"""How often a program makes the disk sync, counted by strace where that is installed."""

import re
import shutil
import subprocess
from pathlib import Path

_CALL = re.compile(r"\b(?:fdatasync|fsync)\(\d+")


def strace() -> str | None:
    """The program, if it is here."""
    return shutil.which("strace")


def counted(argv: list[str], trace: Path, timeout_s: float) -> int:
    """Run it under strace; how often it and its threads called fdatasync or fsync."""
    watched = ["strace", "-f", "-qq", "-e", "trace=fdatasync,fsync", "-o", str(trace), *argv]
    subprocess.run(watched, check=True, capture_output=True, timeout=timeout_s)
    return len(_CALL.findall(trace.read_text(encoding="utf-8", errors="replace")))
