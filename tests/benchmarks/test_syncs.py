import sys
from pathlib import Path

import pytest

from benchmarks.syncs import counted, strace

SYNCS = """
import os, sys
file = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)
for _ in range(3):
    os.fdatasync(file)
os.fsync(file)
"""


@pytest.mark.skipif(strace() is None, reason="counting needs strace")
def test_every_sync_of_a_program_is_counted(tmp_path: Path) -> None:
    assert counted([sys.executable, "-c", SYNCS, str(tmp_path / "file")], tmp_path / "trace", 60.0) == 4
