"""A short run of the simulation, and that a seed is all there is to it."""

import os
import re
import subprocess
import sys

import pytest

from drills.simulation import run

JOBS = 250


def test_jobs_end_well_in_a_world_full_of_faults() -> None:
    for invariant in run(seed=1, times=JOBS):
        assert invariant.held, invariant


@pytest.mark.slow
def test_the_same_seed_tells_the_same_story_under_any_order_of_hashes() -> None:
    code = "from drills.simulation import run; print(*run(seed=3, times=100), sep='\\n')"
    stories = set()
    for hashes in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": hashes},
            capture_output=True,
            text=True,
            check=True,
        )
        stories |= set(re.findall(r"history \w+", done.stdout))
    assert len(stories) == 1
