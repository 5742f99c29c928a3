import asyncio
from pathlib import Path

import pytest

from app.bazaar import Bazaar
from app.housekeeping import cleaning
from app.settings import Settings
from storage.housekeeper import Housekeeper
from storage.retention.cleaner import Removed

pytestmark = pytest.mark.anyio


class Broom(Housekeeper):
    """Counts how often it cleaned; the first time goes wrong."""

    def __init__(self) -> None:
        self.times: asyncio.Queue[int] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        self._count = 0

    def clean(self, *, dry_run: bool) -> tuple[Removed, ...]:
        assert not dry_run
        self._count += 1
        self._loop.call_soon_threadsafe(self.times.put_nowait, self._count)
        if self._count == 1:
            raise OSError("the disk is away")
        return ()


async def test_it_cleans_again_and_again_whatever_goes_wrong() -> None:
    broom = Broom()
    async with asyncio.timeout(30), cleaning(broom, first_s=0, every_s=0):
        assert [await broom.times.get() for _ in range(3)] == [1, 2, 3]


async def test_the_running_system_is_cleaned_through_its_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("DATA", str(tmp_path)), ("PORT", "0"), ("KEEP", "events always")):
        monkeypatch.setenv(f"BAZAAR_{name}", value)
    async with Bazaar(Settings()) as bazaar:
        removed = await asyncio.to_thread(bazaar.keeper.clean, dry_run=False)
    assert {one.kind for one in removed} >= {"events", "free pages"}
