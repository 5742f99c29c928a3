"""Becomes another program, jailed: `launch.py ORDER PROGRAM WORDS…`, the order as JSON. Needs a bare Python alone.

Everything is fail-closed: a part of the jail that the system offers and refuses ends this with 126 and a sentence.
"""

import json
import os
import resource
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from actors.jail import landlock, privileges, seccomp, syscalls

CANNOT = 126
ENVIRONMENT = {"OPENSSL_CONF": "/dev/null"}
"""Node's OpenSSL would look for a file of settings that it may not read."""


def main(words: list[str]) -> None:
    """Confine this process and become the program; returns only by an error."""
    order, program = json.loads(words[0]), words[1:]
    try:
        confine(order)
        os.execve(program[0], program, ENVIRONMENT)  # noqa: S606  # it is what a launcher does
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
    if abi:
        landlock.restrict(abi, reads=order["reads"], executes=order["executes"])
    processor = syscalls.processor()
    if processor:
        seccomp.install(processor, os.getpid())


def bound(order: dict[str, Any]) -> None:
    """The limits that every Unix has. Of time the hard limit is later: at that one nothing tells why it ended."""
    cpu_s = order["cpu_s"]
    for limit, soft, hard in (
        (resource.RLIMIT_DATA, order["data_bytes"], order["data_bytes"]),
        (resource.RLIMIT_CPU, cpu_s, cpu_s + 1),
        (resource.RLIMIT_NOFILE, order["files_open"], order["files_open"]),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        resource.setrlimit(limit, (soft, hard))


if __name__ == "__main__":
    main(sys.argv[1:])
