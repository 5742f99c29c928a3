"""The files that a program is made of: itself, its loader and its libraries."""

import os
import re
import subprocess
from functools import cache
from pathlib import Path

from actors.jail.errors import ProgramMissingError

_TIMEOUT_S = 30
_PATH = re.compile(r"(?:=>\s*|^\s*)(/\S+)", re.MULTILINE)


@cache
def loads(program: str, addon: str = "") -> tuple[str, ...]:
    """Every file that the system's loader maps to start the program; the program comes first.

    An `addon` is a library that the program loads later, with libraries of its own. A static program names none.
    Raises ProgramMissingError where there is no such program.
    """
    if not os.access(program, os.X_OK):
        raise ProgramMissingError(f"{program} is not there or cannot be run; run the set-up again")
    try:
        # The loader's own way of being asked (ld.so(8)): it lists and does not run the program.
        listed = subprocess.run(
            [program],
            env={"LD_TRACE_LOADED_OBJECTS": "1", "LD_PRELOAD": addon},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_TIMEOUT_S,
            check=False,
        ).stdout
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ProgramMissingError(f"{program} does not start ({error}); run the set-up again") from error
    return (program, *(str(Path(path).resolve()) for path in _PATH.findall(listed)))
