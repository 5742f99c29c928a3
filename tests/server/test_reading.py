import threading

import pytest

from server.reading import reading

pytestmark = pytest.mark.anyio


async def test_reads_beside_the_loop() -> None:
    assert await reading(threading.get_ident) != threading.get_ident()


async def test_errors_come_through() -> None:
    known: dict[str, str] = {}
    with pytest.raises(KeyError):
        await reading(known.__getitem__, "x")
