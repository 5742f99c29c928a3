"""What every test run shares: files in memory, an end to every wait, and the other checks before pytest's last line."""

import asyncio
import functools
import inspect
import os
import shutil
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

MEMORY = Path("/dev/shm")  # noqa: S108  # a folder of our own is made in it
ROOM_BYTES = 2 * 1024**3
BEFORE_THE_END_S = 30.0
"""What waits that long before pytest-timeout would end the worker ends itself, and tells where it waited."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Files of tests lie in memory where there is room: a disk that stalls for seconds tells nothing of our code."""
    is_worker = hasattr(config, "workerinput")
    if is_worker or config.option.basetemp or not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ROOM_BYTES:
        return
    folder = tempfile.mkdtemp(prefix="bazaar-tests-", dir=MEMORY)
    config.option.basetemp = folder
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> None:
    """An async test that waits for ever fails and tells where it waited, and its fixtures are taken down in order."""
    if inspect.iscoroutinefunction(pyfuncitem.obj):
        marker = pyfuncitem.get_closest_marker("timeout")
        limit_s = float(marker.args[0] if marker else pyfuncitem.config.getini("timeout"))
        pyfuncitem.obj = _within(pyfuncitem.obj, limit_s - BEFORE_THE_END_S)


_Test = Callable[..., Coroutine[Any, Any, None]]


def _within(test: _Test, limit_s: float) -> _Test:
    @functools.wraps(test)
    async def bounded(**given: object) -> None:
        async with asyncio.timeout(limit_s):
            await test(**given)

    return bounded


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    summary = os.environ.get("BAZAAR_CHECKS")
    if summary:
        terminalreporter.section("checks")
        terminalreporter.write_line(summary)
