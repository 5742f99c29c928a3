from pathlib import Path

import pytest

from actors.gates.programs import find
from benchmarks.build import COMMAND, SOURCE
from benchmarks.cold import Cold


@pytest.mark.slow
def test_the_plain_way_builds_and_draws_the_same_component() -> None:
    spent = Cold(find(Path(__file__).parents[2])).spend(SOURCE, COMMAND)
    assert spent.bundle > 0
    assert spent.render > 0
    assert spent.both == spent.bundle + spent.render
