from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.server.living import Site, living


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    async with living(tmp_path) as running:
        yield running
