"""How strong the jail is on this system, in words for people."""

import sys
from enum import StrEnum

from actors.jail import landlock, syscalls


class Strength(StrEnum):
    """From the whole jail to what is left where the system has no more."""

    WHOLE = "whole"
    NO_LANDLOCK = "no-landlock"
    LIMITS = "limits"

    @property
    def sentence(self) -> str:
        """What it means, and what to do about it."""
        return _SENTENCES[self]


def strength() -> Strength:
    """What the system offers; nothing is tried."""
    if sys.platform != "linux" or syscalls.processor() is None:
        return Strength.LIMITS
    return Strength.WHOLE if landlock.version() else Strength.NO_LANDLOCK


def holds_families() -> bool:
    """Whether a program with processes of its own can be jailed: Landlock must keep their signals inside."""
    return strength() is Strength.WHOLE and landlock.version() >= landlock.SCOPES_SINCE


def families_sentence() -> str:
    """Whether a browser can be shown what a stranger wrote, in words."""
    return _FAMILIES_HELD if holds_families() else FAMILIES_NOT_HELD


FAMILIES_NOT_HELD = (
    "this system's jail cannot hold a browser, and a stranger's code is shown in no browser that is not jailed: "
    "it needs Linux 6.12 or newer with Landlock"
)
_FAMILIES_HELD = "in the jail, without network"
_SENTENCES = {
    Strength.WHOLE: "whole: files, network, processes and signals are refused by the kernel",
    Strength.NO_LANDLOCK: "network, processes and signals are refused by the kernel, files by Node alone: "
    "start a kernel with Landlock (5.13 or newer) for the rest",
    Strength.LIMITS: "time and memory are bounded, files and processes refused by Node alone: "
    "run it on Linux (x86_64 or aarch64) before you let strangers in",
}
