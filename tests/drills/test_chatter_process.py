import asyncio
import random
from pathlib import Path

import pytest

from app.credentials import token_of
from drills.chatter_process import ChatterProcess
from drills.evidence import stored_events
from drills.tabs import Tab
from drills.told import NUMBERED, differences

pytestmark = pytest.mark.anyio


async def test_things_happen_until_it_is_hushed_and_a_tab_hears_of_all_of_them(tmp_path: Path) -> None:
    server = ChatterProcess(tmp_path, 1, 3, ["p"])
    epoch = await server.start()
    url = f"http://127.0.0.1:{server.port}/api/projects/p/events"
    tab = Tab("t", url, f"{epoch}.0", "brisk", random.Random(0), token_of(tmp_path))  # noqa: S311 - must be repeatable
    reading = asyncio.create_task(tab.run())
    try:
        await tab.until(20)
        await server.hush()
        stored = stored_events(tmp_path, "p")
        live = sum(one.type not in NUMBERED for one in tab.told)
        await tab.until(len(stored) + live)
    finally:
        reading.cancel()
        await server.kill()
    assert len(stored) >= 3
    assert list(differences(tab.told, stored, "p")) == []


async def test_one_that_cannot_start_says_why(tmp_path: Path) -> None:
    (tmp_path / "bazaar.db").mkdir()
    with pytest.raises(RuntimeError, match="cannot be used"):
        await ChatterProcess(tmp_path, 1, 3, ["p"]).start()
