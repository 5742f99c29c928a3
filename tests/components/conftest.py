from collections.abc import Iterator
from pathlib import Path

import pytest

from actors.gates.gates import Gates
from actors.gates.limits import Limits
from actors.gates.programs import find


@pytest.fixture(scope="session")
def gates() -> Iterator[Gates]:
    """One worker's gates for the whole corpus: their children are warm after the first component."""
    patient = Limits(parse_s=30, types_s=30, build_s=30, frame_s=30, render_s=60)
    real = Gates(find(Path(__file__).parents[2]), patient)
    yield real
    real.close()


@pytest.fixture(scope="session")
def hasty() -> Iterator[Gates]:
    """Gates that wait but a moment for a frame."""
    real = Gates(find(Path(__file__).parents[2]), Limits(parse_s=30, build_s=30, frame_s=0.3, render_s=60))
    yield real
    real.close()
