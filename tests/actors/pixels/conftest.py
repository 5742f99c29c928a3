import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from actors.gates.gates import Gates
from actors.gates.limits import Limits
from actors.gates.programs import find
from actors.pixels import Browser, Looked, Looker, Pages, Viewer
from app.setup.chromium import locate
from app.setup.places import here
from pipeline.commands import Inspect
from pipeline.ids import RevisionId, Sha256
from pipeline.project import Video

ROOT = Path(__file__).parents[3]
LARGE = Video()
Look = Callable[[str], Looked]


def command(video: Video = LARGE, duration_frames: int = 90) -> Inspect:
    return Inspect(revision=RevisionId("rev_1"), bundle=Sha256("0" * 64), video=video, duration_frames=duration_frames)


@pytest.fixture(scope="session")
def viewer() -> Viewer:
    """Of the Chromium that BAZAAR_CHROMIUM names, so that the look can be tried with each that is installed."""
    found = locate(here(), os.environ.get("BAZAAR_CHROMIUM", ""))
    return Viewer(found.program, found.extra)


@pytest.fixture(scope="session")
def pages() -> Pages:
    return Pages(ROOT / "web" / "dist")


@pytest.fixture(scope="session")
def looker(viewer: Viewer, pages: Pages) -> Iterator[Looker]:
    looker = Looker(lambda: Browser(viewer), pages)
    yield looker
    looker.close()


@pytest.fixture(scope="session")
def bundled() -> Iterator[Callable[[str], bytes]]:
    gates = Gates(find(ROOT), Limits(parse_s=30, build_s=30))

    def bundle(source: str) -> bytes:
        verdict, code = gates.build(source)
        assert code is not None, verdict.findings
        return code

    yield bundle
    gates.close()


@pytest.fixture
def look(looker: Looker, bundled: Callable[[str], bytes]) -> Look:
    """Have a component looked at, given as the styles and texts that it draws."""
    return lambda source: looker.look(bundled(source), command())
