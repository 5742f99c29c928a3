"""How much memory this process has in use, together with every process that descends from it."""

import os
import subprocess
from collections import defaultdict


def family_mb() -> float:
    """Resident memory in megabytes; pages that several share are counted for each."""
    children: dict[int, list[int]] = defaultdict(list)
    resident: dict[int, int] = {}
    told = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True)  # noqa: S607
    for line in told.stdout.splitlines():
        pid, parent, kilobytes = map(int, line.split())
        children[parent].append(pid)
        resident[pid] = kilobytes
    total, waiting = 0, [os.getpid()]
    while waiting:
        pid = waiting.pop()
        total += resident.get(pid, 0)
        waiting += children[pid]
    return total / 1024
