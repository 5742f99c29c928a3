"""What a process gives up for good before it becomes the jailed program."""

import contextlib
import os
import signal
import struct

from actors.jail.libc import prctl, syscall

_SET_PARENT_DEATH_SIGNAL, _DROP_FROM_BOUNDING_SET, _NO_NEW_PRIVILEGES, _AMBIENT = 1, 24, 38, 47
_CLEAR_ALL = 4
_CAPABILITY_VERSION_3 = 0x20080522
_MOST_CAPABILITIES = 64
_CAPSET = {"x86_64": 126, "aarch64": 91}


def die_with(parent: int) -> None:
    """Be killed when the thread that started this process ends. Raises ProcessLookupError if it is gone already."""
    prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:
        raise ProcessLookupError("whoever started this is gone")


def give_up() -> None:
    """Have no capability of root's and get none back from any program. Raises OSError."""
    with contextlib.suppress(OSError):  # an older kernel has no ambient set
        prctl(_AMBIENT, _CLEAR_ALL)
    for capability in range(_MOST_CAPABILITIES):
        with contextlib.suppress(OSError):  # unknown to this kernel, or not root's to begin with
            prctl(_DROP_FROM_BOUNDING_SET, capability)
    syscall(_CAPSET[os.uname().machine], struct.pack("=Ii", _CAPABILITY_VERSION_3, 0), bytes(24))
    prctl(_NO_NEW_PRIVILEGES, 1)
