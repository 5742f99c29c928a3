from collections.abc import Iterator

import pytest

from tests.actors.llm.desk import Desk
from tests.actors.llm.faulty import FaultyServer


@pytest.fixture(scope="module")
def listening() -> Iterator[FaultyServer]:
    server = FaultyServer()
    yield server
    server.close()


@pytest.fixture
def desk(listening: FaultyServer) -> Iterator[Desk]:
    """The real actor before the faulty server."""
    at = Desk(listening)
    yield at
    at.close()
