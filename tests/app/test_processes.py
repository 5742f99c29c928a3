import os
import subprocess
import sys

from app.processes import Process, below


def test_the_processes_below_are_listed_with_their_memory() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        found = {process.pid: process for process in below(os.getpid())}
        child.communicate(b"\n")
    ours = Process.of(os.getpid())
    if ours is None:  # this system lists no processes
        assert found == {}
    else:
        assert found[child.pid].parent == os.getpid()
        assert ours.memory_bytes > 1_000_000


def test_one_that_is_gone_is_none() -> None:
    assert Process.of(2**31 - 1) is None
