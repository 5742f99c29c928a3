"""How much memory something takes: a process, and the kernel for its connections."""

from pathlib import Path

PAGE_KB = 4


def resident_kb(pid: int) -> float:
    """Resident memory of a process."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return float(line.split()[1])


def tcp_kb() -> float:
    """What the kernel holds for all TCP connections, of both ends."""
    for line in Path("/proc/net/sockstat").read_text(encoding="ascii").splitlines():
        if line.startswith("TCP:"):
            return float(line.split()[-1]) * PAGE_KB
    return 0.0
