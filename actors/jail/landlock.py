"""Files, TCP and signals beyond what was given are refused by the kernel's Landlock.

Source: Documentation/userspace-api/landlock.rst of the kernel; what it can refuse grows with its version (ABI).
"""

import contextlib
import os
import stat
import struct
from collections.abc import Iterable

from actors.jail.libc import syscall

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446
_ASK_VERSION, _BENEATH_A_PATH = 1, 1
_EXECUTE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 2, 1 << 3
_FILES_BY_ABI = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}
"""All rights to files that each version knows: reading, writing, making, removing, renaming, truncating, devices."""
_OF_A_FILE = _EXECUTE | _READ_FILE | 1 << 1 | 1 << 14 | 1 << 15
"""The rights that make sense for a file: running, reading, writing, truncating, commanding a device."""
_BIND_AND_CONNECT_TCP, _SOCKETS_AND_SIGNALS = 0b11, 0b11
_NETWORK_SINCE, SCOPES_SINCE = 4, 6


def version() -> int:
    """The version that the kernel offers, 0 where there is none."""
    try:
        return syscall(_CREATE, None, 0, _ASK_VERSION)
    except OSError:
        return 0


def restrict(abi: int, *, reads: Iterable[str], executes: Iterable[str], writes: Iterable[str]) -> None:
    """Leave this process these files to read, to run and to change, and nothing else. Raises OSError."""
    files = _FILES_BY_ABI[min(abi, max(_FILES_BY_ABI))]
    network = _BIND_AND_CONNECT_TCP if abi >= _NETWORK_SINCE else 0
    scopes = _SOCKETS_AND_SIGNALS if abi >= SCOPES_SINCE else 0
    size = 24 if scopes else 16 if network else 8
    rules = syscall(_CREATE, struct.pack("=QQQ", files, network, scopes)[:size], size, 0)
    try:
        for path in reads:
            _allow(rules, path, _READ_FILE | _READ_FOLDER)
        for path in executes:
            _allow(rules, path, _READ_FILE | _EXECUTE)
        for path in writes:
            _allow(rules, path, files & ~_EXECUTE)
        syscall(_RESTRICT, rules, 0)
    finally:
        os.close(rules)


def _allow(rules: int, path: str, rights: int) -> None:
    with contextlib.suppress(FileNotFoundError):
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        if not stat.S_ISDIR(os.fstat(place).st_mode):
            rights &= _OF_A_FILE
        try:
            syscall(_ADD_RULE, rules, _BENEATH_A_PATH, struct.pack("=Qi", rights, place), 0)
        finally:
            os.close(place)
