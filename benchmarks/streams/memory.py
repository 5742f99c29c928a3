"""How much memory something takes: a process, and the kernel for its connections."""

import socket
import struct
from pathlib import Path

PAGE_KB = 4
_SO_MEMINFO = 55
_RECEIVED, _RESERVED = 0, 4
"""Places in what SO_MEMINFO tells (linux/sock_diag.h)."""


def resident_kb(pid: int) -> float:
    """Resident memory of a process."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return float(line.split()[1])


def receiving_kb(sock: socket.socket) -> float:
    """What the kernel holds for one end of a connection: what came and was not read yet."""
    told = struct.unpack("9I", sock.getsockopt(socket.SOL_SOCKET, _SO_MEMINFO, 36))
    return float(told[_RECEIVED] + told[_RESERVED]) / 1024


def tcp_kb() -> float:
    """What the kernel holds for all TCP connections, of both ends."""
    for line in Path("/proc/net/sockstat").read_text(encoding="ascii").splitlines():
        if line.startswith("TCP:"):
            return float(line.split()[-1]) * PAGE_KB
    return 0.0
