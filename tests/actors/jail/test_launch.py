import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from actors.jail import launch

ORDER = {
    "data_bytes": 1 << 29,
    "cpu_s": 5,
    "files_open": 32,
    "reads": ["/dev/null"],
    "executes": ["/bin/true"],
    "writes": [],
    "file_bytes": 0,
    "has_family": False,
    "environment": {},
    "pipes": [],
}


def launched(**changed: Any) -> subprocess.CompletedProcess[str]:  # noqa: ANN401
    order = json.dumps({"parent": os.getpid(), **ORDER, **changed})
    words = [sys.executable, "-I", "-S", str(Path(launch.__file__)), order, "/bin/true"]
    return subprocess.run(words, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60, check=False)


def test_what_the_system_refuses_ends_the_launch_with_a_sentence() -> None:
    refused = launched(executes=[])
    assert refused.returncode == launch.CANNOT
    assert refused.stderr == "the jail does not hold here: [Errno 13] Permission denied: '/bin/true'\n"


def test_a_child_whose_parent_is_gone_does_not_begin() -> None:
    orphan = launched(parent=1)
    assert orphan.returncode == launch.CANNOT
    assert "whoever started this is gone" in orphan.stderr
