"""Starts jailed programs, all from one thread that lives as long as the process.

A jailed program is killed when the thread that started it ends (PDEATHSIG); an actor's thread ends with each of
its lives, and would take along what others wait for.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from actors.jail.cell import Cell
from actors.jail.errors import ProgramMissingError
from actors.jail.loads import loads

_LAUNCHER = Path(__file__).with_name("launch.py")
_ENVIRONMENT = {"OPENSSL_CONF": "/dev/null"}
"""Node's OpenSSL would look for a file of settings that it may not read."""
_STARTER = ThreadPoolExecutor(1, thread_name_prefix="spawner")


def spawned(argv: Sequence[str], cell: Cell | None) -> subprocess.Popen[bytes]:
    """A program in its own process group, without our environment, jailed before its first instruction.

    Without a cell it is only kept apart; that is for programs that are given nothing of a stranger's.
    Raises ProgramMissingError. A jail that does not hold ends the child with 126 and a sentence on its error output.
    """
    launcher = [sys.executable, "-I", "-S", str(_LAUNCHER), _order(argv[0], cell)] if cell else []
    said = subprocess.PIPE if cell is None or cell.is_heard else subprocess.DEVNULL
    return _STARTER.submit(_start, [*launcher, *argv], cell.pipes if cell else (), said).result()


def _order(program: str, cell: Cell) -> str:
    own = loads(program)
    order = asdict(cell) | {
        "parent": os.getpid(),
        "reads": ["/dev/null", *own, *cell.reads],
        "executes": [own[0], *(path for path in own[1:] if Path(path).name.startswith("ld-"))],
        "environment": {**_ENVIRONMENT, **cell.environment},
    }
    return json.dumps(order)


def _start(words: Sequence[str], pipes: Sequence[int], said: int) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=said,
            stderr=said,
            bufsize=0,
            cwd="/",
            env={},
            start_new_session=True,
            pass_fds=pipes,
        )
    except OSError as error:
        raise ProgramMissingError(f"{words[0]} does not start ({error})") from error
