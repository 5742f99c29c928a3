from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.opened import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "data")
    yield opened
    opened.close()
