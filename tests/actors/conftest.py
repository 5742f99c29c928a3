from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.actors.house import House


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """The whole tree, with one project."""
    whole = House(tmp_path)
    whole.begin()
    yield whole
    whole.close()
