"""The jail alone, against native code: nothing of Node's stands between the attack and the system."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from actors.jail import Strength, strength
from tests.actors.jail.attacks import ATTACKS, FREE, PRELUDE

ROOT = Path(__file__).parents[3]
WHOLE = strength() is Strength.WHOLE
NEEDED = (
    "import threading; thread = threading.Thread(target=int); thread.start(); thread.join()",
    "os.kill(os.getpid(), 0)",
    "os.read(0, 1)",
    "resource.getrlimit(resource.RLIMIT_DATA)",
    "bytearray(1 << 24)",
)
ORDER = {
    "parent": os.getpid(),
    "data_bytes": 512 * 1024 * 1024,
    "cpu_s": 1,
    "files_open": 64,
    "reads": ["/dev/null"],
    "executes": [],
}


def tried(code: str, *, jailed: bool) -> str:
    """What an attack meets: the name of an error or a signal, or `done`."""
    argv = [sys.executable, "-I", "-S", "-c", PRELUDE, str(ROOT), json.dumps(ORDER if jailed else {}), code]
    ended = subprocess.run(argv, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60, check=False)
    return signal.Signals(-ended.returncode).name if ended.returncode < 0 else ended.stdout.strip() or ended.stderr


@pytest.mark.parametrize("attack", ATTACKS if WHOLE else ())
def test_the_jail_holds_when_native_code(attack: str) -> None:
    code, stopped_by = ATTACKS[attack]
    assert tried(code, jailed=True) == stopped_by


@pytest.mark.parametrize("attack", FREE if WHOLE else ())
def test_without_the_jail_it_goes_through_when_native_code(attack: str) -> None:
    assert tried(ATTACKS[attack][0], jailed=False) in {"done", ""}


@pytest.mark.parametrize("code", NEEDED if WHOLE else ())
def test_what_a_program_needs_it_may_do(code: str) -> None:
    assert tried(code, jailed=True) == "done"
