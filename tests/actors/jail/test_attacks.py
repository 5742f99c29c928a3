"""The jail alone, against native code: nothing of Node's stands between the attack and the system."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from actors.jail import Strength, landlock, strength
from tests.actors.jail.attacks import ATTACKS, FREE, PRELUDE

ROOT = Path(__file__).parents[3]
WHOLE = strength() is Strength.WHOLE
FAMILY = WHOLE and landlock.version() >= landlock.SCOPES_SINCE
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
    "writes": [],
    "file_bytes": 0,
    "has_family": False,
}
FAMILY_ORDER = {**ORDER, "has_family": True}
A_FAMILYS_OWN = {
    "forks",
    "makes a process by a raw call",
    "makes a pair of sockets",
    "opens a unix socket",
    "uses a socket that it was born with",
    "makes a file without a place",
    "signals a single thread of another",
    "signals everybody",
    "slows everybody down",
    "opens without end",
    "computes without end",
}
"""What a browser does, or what Landlock answers for the filter; nothing of it reaches beyond the family."""


def tried(code: str, order: dict[str, object]) -> str:
    """What an attack meets: the name of an error or a signal, or `done`."""
    argv = [sys.executable, "-I", "-S", "-c", PRELUDE, str(ROOT), json.dumps(order), code]
    ended = subprocess.run(argv, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60, check=False)
    return signal.Signals(-ended.returncode).name if ended.returncode < 0 else ended.stdout.strip() or ended.stderr


@pytest.mark.parametrize("attack", ATTACKS if WHOLE else ())
def test_the_jail_holds_when_native_code(attack: str) -> None:
    code, stopped_by = ATTACKS[attack]
    assert tried(code, ORDER) == stopped_by


@pytest.mark.parametrize("attack", [name for name in ATTACKS if name not in A_FAMILYS_OWN] if FAMILY else ())
def test_a_program_with_a_family_is_as_shut_in_when_it(attack: str) -> None:
    code, stopped_by = ATTACKS[attack]
    assert tried(code, FAMILY_ORDER) == stopped_by


@pytest.mark.parametrize(
    "code",
    [
        "os.kill(os.getppid(), 0)",
        "os.tgkill(os.getppid(), os.getppid(), 0) if hasattr(os, 'tgkill') else os.kill(os.getppid(), 0)",
        "libc.connect(0, b'', 0) + 1 or say()",
    ],
)
def test_what_a_family_does_it_does_to_itself_alone(code: str) -> None:
    assert not FAMILY or tried(code, FAMILY_ORDER) in {"PermissionError", "EPERM"}


@pytest.mark.parametrize(
    "code",
    [
        "socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)[0].sendto(b'out', {path!r})",
        "socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b'out', {path!r})",
        "socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).connect({path!r})",
        "socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).bind({path!r} + '-mine')",
    ],
)
def test_no_word_of_a_family_reaches_a_strangers_socket(tmp_path: Path, code: str) -> None:
    path = str(tmp_path / "log")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as log:
        log.bind(path)
        assert not FAMILY or tried(code.format(path=path), FAMILY_ORDER) == "PermissionError"
        log.settimeout(0)
        with pytest.raises(BlockingIOError):
            log.recv(1)


@pytest.mark.parametrize("code", ["os.waitpid(os.fork() or os._exit(0), 0)", "os.memfd_create('x')"])
def test_a_family_may_start_its_own(code: str) -> None:
    assert not FAMILY or tried(code, FAMILY_ORDER) == "done"


def test_it_writes_where_it_may_and_so_much(tmp_path: Path) -> None:
    given = {**ORDER, "writes": [str(tmp_path)], "file_bytes": 100}
    path = str(tmp_path / "file")
    opened = f"file = os.open({path!r}, os.O_CREAT | os.O_WRONLY)"
    assert tried(f"{opened}; os.write(file, bytes(99)); os.unlink({path!r})", given) == "done"
    deaf = "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)"
    assert tried(f"{deaf}; {opened}; os.write(file, bytes(99)); os.write(file, bytes(99))", given) == "done"
    assert Path(path).stat().st_size == 100
    assert tried("open('/tmp/bazaar-elsewhere', 'w')", given) == "PermissionError" or not WHOLE


@pytest.mark.parametrize("attack", FREE if WHOLE else ())
def test_without_the_jail_it_goes_through_when_native_code(attack: str) -> None:
    assert tried(ATTACKS[attack][0], {}) in {"done", ""}


@pytest.mark.parametrize("code", NEEDED if WHOLE else ())
def test_what_a_program_needs_it_may_do(code: str) -> None:
    assert tried(code, ORDER) == "done"
