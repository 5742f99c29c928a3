"""Becomes another program, jailed: `launch.py ORDER PROGRAM WORDS…`, the order as JSON. Needs a bare Python alone.

Everything is fail-closed: a part of the jail that the system offers and refuses ends this with 126 and a sentence.
"""

import errno
import fcntl
import json
import os
import resource
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from actors.jail import landlock, privileges, seccomp, syscalls

CANNOT = 126


def main(words: list[str]) -> None:
    """Confine this process and become the program; returns only by an error."""
    order, program = json.loads(words[0]), words[1:]
    try:
        hand_over(order["pipes"])
        confine(order)
        os.execve(program[0], program, order["environment"])  # noqa: S606  # it is what a launcher does
    except OSError as error:
        sys.stderr.write(f"the jail does not hold here: {error}\n")
        sys.exit(CANNOT)


def confine(order: dict[str, Any]) -> None:
    """Bound this process; the filter comes last, for it refuses what the others need.

    Raises:
        OSError: the system refuses a part of the jail that it offers.
    """
    bound(order)
    if sys.platform != "linux":
        return
    privileges.die_with(order["parent"])
    privileges.give_up()
    abi = landlock.version()
    if order["has_family"] and abi < landlock.SCOPES_SINCE:
        raise PermissionError(errno.EPERM, "this kernel's Landlock does not keep signals inside")
    if abi:
        landlock.restrict(abi, reads=order["reads"], executes=order["executes"], writes=order["writes"])
    processor = syscalls.processor()
    if processor:
        seccomp.install(seccomp.family(processor) if order["has_family"] else seccomp.lone(processor, os.getpid()))


def hand_over(pipes: list[int]) -> None:
    """Give the program these descriptors as 3, 4 and so on."""
    out_of_the_way = [fcntl.fcntl(pipe, fcntl.F_DUPFD_CLOEXEC, 3 + len(pipes)) for pipe in pipes]
    for place, pipe in enumerate(out_of_the_way, start=3):
        os.dup2(pipe, place)


def bound(order: dict[str, Any]) -> None:
    """The limits that every Unix has. Of time the hard limit is later: at that one nothing tells why it ended."""
    cpu_s = order["cpu_s"]
    for limit, soft, hard in (
        (resource.RLIMIT_DATA, order["data_bytes"], order["data_bytes"]),
        (resource.RLIMIT_CPU, cpu_s, cpu_s + 1),
        (resource.RLIMIT_NOFILE, order["files_open"], order["files_open"]),
        (resource.RLIMIT_FSIZE, order["file_bytes"], order["file_bytes"]),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        resource.setrlimit(limit, (soft, hard))


if __name__ == "__main__":
    main(sys.argv[1:])
