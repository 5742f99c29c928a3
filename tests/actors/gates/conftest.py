from collections.abc import Iterator
from pathlib import Path

import pytest

from actors.gates.gates import Gates
from actors.gates.limits import Limits
from actors.gates.programs import Programs, find
from pipeline.commands import RenderCheck
from pipeline.ids import Sha256
from pipeline.project import Video

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def programs() -> Programs:
    return find(ROOT)


@pytest.fixture(scope="session")
def gates(programs: Programs) -> Iterator[Gates]:
    real = Gates(programs, Limits(parse_s=30, types_s=30, build_s=30, frame_s=20, render_s=60))
    yield real
    real.close()


@pytest.fixture
def command() -> RenderCheck:
    return RenderCheck(bundle=Sha256("0" * 64), video=Video(), duration_frames=90, assets=("logo.png",))
