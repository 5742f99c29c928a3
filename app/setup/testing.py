"""The tests: all of them side by side; the few that failed there once more, alone.

A test that passes alone and failed beside others leans on the machine being quick. It is told by name, so that it
is mended, and it does not stop the rest from being used. More than a few are never taken for that.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from app.setup.stages import say

MOST_AGAIN = 5
_TESTS_FAILED = 1
_SIDE_BY_SIDE = ("-n", "3", "--dist", "worksteal")
"""Three on two cores: much of what a test does is waiting for another process."""
_ALONE = ("--last-failed", "--last-failed-no-failures=none")


def run_tests(run: Callable[[Sequence[str]], int], root: Path) -> int:
    """Run the tests of `root` by `run`, which takes words of pytest and gives its exit code; gives the last one."""
    status = run(_SIDE_BY_SIDE)
    failed = _failed(root)
    if status != _TESTS_FAILED or not 0 < len(failed) <= MOST_AGAIN:
        return status
    names = "\n  ".join(failed)
    say(f"{len(failed)} failed beside others; once more, alone:\n  {names}")
    alone = run(_ALONE)
    if alone == 0:
        say(f"passed alone, and failed beside others, which is a fault to mend:\n  {names}")
    return alone


def _failed(root: Path) -> list[str]:
    """The tests that pytest remembers as failed."""
    try:
        return list(json.loads((root / ".pytest_cache" / "v" / "cache" / "lastfailed").read_bytes()))
    except (OSError, ValueError):
        return []
