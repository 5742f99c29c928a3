"""What every test run shares: files in memory, and the outcome of the other checks before pytest's last line."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")  # noqa: S108  # a folder of our own is made in it
ROOM_BYTES = 2 * 1024**3


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Files of tests lie in memory where there is room: a disk that stalls for seconds tells nothing of our code."""
    is_worker = hasattr(config, "workerinput")
    if is_worker or config.option.basetemp or not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ROOM_BYTES:
        return
    folder = tempfile.mkdtemp(prefix="bazaar-tests-", dir=MEMORY)
    config.option.basetemp = folder
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    summary = os.environ.get("BAZAAR_CHECKS")
    if summary:
        terminalreporter.section("checks")
        terminalreporter.write_line(summary)
