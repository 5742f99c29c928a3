"""The housekeeper of the running system: it writes through Journal, and cleans by itself every now and then."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from actors.messages import JOURNAL, Write
from actors.runtime import ActorSystem
from app.settings import Settings
from storage.artifacts import ArtifactStore
from storage.entries import Entry, Written
from storage.housekeeper import Housekeeper

logger = logging.getLogger(__name__)

FIRST_S = 300.0
EVERY_S = 3600.0
WRITE_S = 30.0


def housekeeper_of(settings: Settings, system: ActorSystem, artifacts: ArtifactStore) -> Housekeeper:
    """The housekeeper whose writes go through Journal."""

    def write(entry: Entry) -> Written:
        written = system.address(JOURNAL).ask(Write(entry), timeout_s=WRITE_S)
        if not isinstance(written, Written):
            raise TypeError(f"journal answered a write with {type(written).__name__}; it answers with Written")
        return written

    return Housekeeper(settings.data, artifacts, write, policy=settings.policy, clock=time.time)


@asynccontextmanager
async def cleaning(keeper: Housekeeper, *, first_s: float = FIRST_S, every_s: float = EVERY_S) -> AsyncIterator[None]:
    """While this is open the housekeeper cleans, again and again; one time that goes wrong is logged."""
    task = asyncio.create_task(_clean_every(keeper, first_s, every_s), name="cleaning")
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _clean_every(keeper: Housekeeper, first_s: float, every_s: float) -> None:
    wait_s = first_s
    while True:
        await asyncio.sleep(wait_s)
        wait_s = every_s
        try:
            await asyncio.to_thread(keeper.clean, dry_run=False)
        except Exception:
            logger.exception("the store was not cleaned; it is tried again later")
